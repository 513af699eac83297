package com.taskmaster.tasks.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.tasks.transfer.csv.CsvFormat;
import com.taskmaster.tasks.transfer.icalendar.IcalendarFormat;
import com.taskmaster.tasks.transfer.json.JsonArrayFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFormatsTest {

    private final TaskFormats formats =
            new TaskFormats(List.of(new CsvFormat(), new IcalendarFormat(), new JsonArrayFormat(new ObjectMapper())));

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "Text/CSV; header=present, text/csv",
        "text/calendar;charset=utf-8, text/calendar",
        "application/json, application/json",
    })
    void findsTheFormatOfAMediaType(String mediaType, String format) {
        assertThat(formats.of(mediaType)).get().returns(format, TaskFormat::mediaType);
    }

    @Test
    void knowsNoOtherFormat() {
        assertThat(formats.of("text/html")).isEmpty();
        assertThat(formats.of("")).isEmpty();
        assertThat(formats.of(";")).isEmpty();
    }
}
