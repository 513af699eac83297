package com.taskmaster.webapp.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.tasks.BrokenRule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenRuleTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            title                                      | must not be longer than 500 characters          | title     | LENGTH     | 500
            operations[0].changes.title                | must not be blank                               | title     | NOT_EMPTY  | 0
            operations[0].changes.title                | must not contain control characters             | title     | ONE_LINE   | 0
            operations[0].changes.notes                | must not be longer than 20000 characters        | notes     | LENGTH     | 20000
            operations[0].changes.tags                 | size must be between 0 and 20                   | tags      | ENTRIES    | 20
            operations[0].changes.tags[3].<list>       | must have 1 to 50 characters                    | tags      | TAG        | 0
            operations[0].changes.checklist            | size must be between 0 and 100                  | checklist | ENTRIES    | 100
            operations[0].changes.checklist[2].text    | must not be longer than 500 characters          | checklist | LENGTH     | 500
            operations[0].changes.repeat.rule          | must be a recurrence rule of RFC 5545           | repeat    | RECURRENCE | 0
            operations[0].changes.repeat.rule          | size must be between 0 and 500                  | repeat    | LENGTH     | 500
            operations[0].changes.due.date             | must be from 1900 to 2999                       | due       | YEAR       | 0
            operations[0].list                         | is none of your lists                           | list      | LIST       | 0
            name                                       | must not be longer than 100 characters          | list      | LENGTH     | 100
            notes                                      | has a value of the wrong type                   | notes     | OTHER      | 0
            """)
    void tellsTheFieldAndItsRule(String field, String message, String name, Kind kind, int most)
            throws JsonProcessingException {
        var refusal = json.readValue(
                "{\"errors\": [{\"field\": \"%s\", \"message\": \"%s\"}]}".formatted(field, message), Refusal.class);

        assertThat(refusal.brokenRules()).containsExactly(new BrokenRule(name, kind, most));
        assertThat(refusal.isOvertaken()).isFalse();
    }

    @Test
    void knowsThatOthersWereQuickerOrThatATaskIsGone() throws JsonProcessingException {
        assertThat(json.readValue("{\"errors\": [{\"field\": \"operations[0].version\"}]}", Refusal.class)
                        .isOvertaken())
                .isTrue();
        assertThat(json.readValue("{\"errors\": [{\"field\": \"operations[0].id\"}]}", Refusal.class)
                        .isOfMissing())
                .isTrue();
        assertThat(json.readValue("{}", Refusal.class).brokenRules()).isEmpty();
    }
}
