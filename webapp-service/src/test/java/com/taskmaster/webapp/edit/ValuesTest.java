package com.taskmaster.webapp.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of a history, for a user in Berlin. */
class ValuesTest {

    private static final ListSummary GARDEN = new ListSummary(new UUID(0, 1), "Garden", null, false, 0, 0, 0);

    private final Summary summary = new Summary(0, 0, 0, 0, 0, 0, List.of(GARDEN), List.of());
    private final Values german = new Values(summary, Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            due       | {"date": "2026-01-31"}                                       | 31.01.2026
            due       | {"date": "2026-01-31", "time": "23:30:00", "zone": "UTC"}    | 01.02.2026 00:30
            tags      | ["a", "b c"]                                                 | a, b c
            checklist | [{"text": "Book", "done": true}]                             | ☑ Book
            title     | "true"                                                       | true
            title     | null                                                         | ''
            """)
    void writesAsItsReaderDoes(String field, String json, String text) throws JsonProcessingException {
        assertThat(value(field, json)).isEqualTo(Value.of(text));
    }

    @Test
    void knowsListsAndThoseThatAreGone() throws JsonProcessingException {
        assertThat(value("list", "\"" + GARDEN.list() + "\"").list()).isEqualTo(GARDEN);
        assertThat(value("list", "\"" + new UUID(0, 2) + "\""))
                .as("a value nevertheless: a list that has been deleted")
                .returns(null, Value::list)
                .returns(false, Value::isEmpty);
    }

    @Test
    void tellsWhatARepeatIsCountedFrom() throws JsonProcessingException {
        assertThat(value("repeat", "{\"rule\": \"FREQ=DAILY\", \"from\": \"completion\"}")
                        .recurrence())
                .returns(true, Recurrence::told)
                .returns(true, Recurrence::afterCompletion);
    }

    private Value value(String field, String json) throws JsonProcessingException {
        return german.of(field, new ObjectMapper().readTree(json));
    }
}
