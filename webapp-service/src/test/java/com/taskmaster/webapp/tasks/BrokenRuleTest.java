package com.taskmaster.webapp.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.tasks.BrokenRule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRuleTest {

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            title                                   | title-too-long     | 500   | title     | LENGTH
            operations[0].changes.title             | blank              |       | title     | NOT_EMPTY
            operations[0].changes.title             | control-characters |       | title     | ONE_LINE
            operations[0].changes.notes             | notes-too-long     | 20000 | notes     | LENGTH
            operations[0].changes.tags              | too-many-tags      | 20    | tags      | ENTRIES
            operations[0].changes.tags[3]           | tag                |       | tags      | TAG
            operations[0].changes.checklist         | too-many-steps     | 100   | checklist | ENTRIES
            operations[0].changes.checklist[2].text | step-too-long      | 500   | checklist | LENGTH
            operations[0].changes.repeat.rule       | rule               |       | repeat    | RECURRENCE
            operations[0].changes.repeat.rule       | rule-too-long      | 500   | repeat    | LENGTH
            operations[0].changes.due.date          | year               |       | due       | YEAR
            operations[0].list                      | no-such-list       |       | list      | LIST
            name                                    | list-too-long      | 100   | list      | LENGTH
            """)
    void tellsTheFieldAndItsRule(String field, String code, Integer most, String name, Kind kind)
            throws JsonProcessingException {
        var refusal = json.readValue(
                "{\"errors\": [{\"field\": \"%s\", \"message\": \"no\", \"code\": \"%s\", \"most\": %s}]}"
                        .formatted(field, code, most),
                Refusal.class);

        assertThat(refusal.brokenRules()).containsExactly(new BrokenRule(name, kind, most == null ? 0 : most));
        assertThat(refusal.isOvertaken()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"field\": \"notes\"}",
                "{\"field\": \"notes\", \"message\": \"must not be blank\"}",
                "{\"field\": \"notes\", \"code\": \"of-tomorrow\", \"most\": 7}",
                "{\"field\": \"notes\", \"code\": \"notes-too-long\"}"
            })
    void saysNoMoreThanItKnowsOfAnOlderOrNewerApi(String error) throws JsonProcessingException {
        assertThat(json.readValue("{\"errors\": [%s]}".formatted(error), Refusal.class)
                        .brokenRules())
                .extracting(BrokenRule::field, BrokenRule::kind)
                .containsExactly(tuple("notes", Kind.OTHER));
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
