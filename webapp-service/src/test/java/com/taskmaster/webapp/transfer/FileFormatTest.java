package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {

    @ParameterizedTest
    @CsvSource({"tasks.csv, CSV", "Tasks.ICS, ICALENDAR", "a.b.json, JSON", "csv, CSV"})
    void believesTheName(String name, FileFormat format) {
        assertThat(FileFormat.guess(name, "anything")).contains(format);
    }

    @ParameterizedTest
    @CsvSource({
        "'[{\"title\": 1}]', JSON",
        "'\uFEFF\n [', JSON",
        "'begin:vcalendar\r\nVERSION:2.0', ICALENDAR",
        "'title\nx', CSV",
        "'\uFEFFid;\"title\";notes\nx', CSV",
        "'Title,notes', CSV"
    })
    void looksAtTheBeginningWhereTheNameSaysNothing(String beginning, FileFormat format) {
        assertThat(FileFormat.guess("tasks.txt", beginning)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dear Sir,\ntitle", "subtitle,x", "{}"})
    void doesNotPretendToKnow(String beginning) {
        assertThat(FileFormat.guess("letter", beginning)).isEmpty();
    }

    @Test
    void knowsTheAddressOfEach() {
        assertThat(FileFormat.values()).allSatisfy(format -> assertThat(FileFormat.of(format.extension()))
                .contains(format));
        assertThat(FileFormat.of("xls")).isEmpty();
    }
}
