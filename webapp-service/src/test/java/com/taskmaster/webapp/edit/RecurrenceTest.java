package com.taskmaster.webapp.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.tasks.Repeat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            FREQ=DAILY                                 | DAILY   | 1 | ''              | 0  | 0  | 0 | ''
            freq=daily;interval=3                      | DAILY   | 3 | ''              | 0  | 0  | 0 | ''
            FREQ=WEEKLY;BYDAY=MO,FR                    | WEEKLY  | 1 | Montag, Freitag | 0  | 0  | 0 | ''
            FREQ=MONTHLY;BYDAY=-1FR                    | MONTHLY | 1 | Freitag         | -1 | 0  | 0 | ''
            FREQ=MONTHLY;BYDAY=2TU;COUNT=4             | MONTHLY | 1 | Dienstag        | 2  | 0  | 4 | ''
            FREQ=MONTHLY;BYMONTHDAY=31                 | MONTHLY | 1 | ''              | 0  | 31 | 0 | ''
            FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1      | MONTHLY | 2 | ''              | 0  | -1 | 0 | ''
            FREQ=YEARLY;UNTIL=20301224T170000Z         | YEARLY  | 1 | ''              | 0  | 0  | 0 | 24.12.2030
            """)
    void hasWordsForTheRulesThatPeopleMake(
            String rule,
            String frequency,
            int interval,
            String days,
            int ordinal,
            int monthDay,
            int count,
            String until) {
        assertThat(german(rule))
                .isEqualTo(
                        new Recurrence(rule, true, frequency, interval, days, ordinal, monthDay, count, until, false));
    }

    @ParameterizedTest(name = "{0} is shown unchanged")
    @ValueSource(
            strings = {
                "",
                "DAILY",
                "INTERVAL=2",
                "FREQ=HOURLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;BYDAY=MO",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=-2FR",
                "FREQ=MONTHLY;BYMONTHDAY=1,15",
                "FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=1",
                "FREQ=YEARLY;BYMONTH=1",
                "FREQ=DAILY;UNTIL=2030",
                "FREQ=DAILY;UNTIL=20301399",
                "FREQ=DAILY;FREQ=WEEKLY"
            })
    void saysNothingOfARuleThatItHasNotAllWordsFor(String rule) {
        assertThat(german(rule)).returns(false, Recurrence::told).returns(rule, Recurrence::rule);
    }

    @Test
    void knowsWhatTheNextDateIsCountedFrom() {
        assertThat(Recurrence.of(new Repeat("FREQ=DAILY", "completion"), Locale.UK)
                        .afterCompletion())
                .isTrue();
    }

    private static Recurrence german(String rule) {
        return Recurrence.of(new Repeat(rule, "due"), Locale.GERMANY);
    }
}
