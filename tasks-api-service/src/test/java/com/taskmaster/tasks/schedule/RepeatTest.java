package com.taskmaster.tasks.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.tasks.schedule.Repeat.From;
import com.taskmaster.tasks.schedule.Repeat.Next;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0} from the due date {1} leads to {2}")
    @CsvSource({
        "FREQ=DAILY, 2026-11-21, 2026-11-22",
        "FREQ=DAILY, 2026-11-01, 2026-11-21",
        "FREQ=WEEKLY;BYDAY=MO, 2026-11-23, 2026-11-30",
        "FREQ=MONTHLY;BYMONTHDAY=31, 2026-12-31, 2027-01-31",
        "FREQ=MONTHLY;BYMONTHDAY=-1, 2026-11-30, 2026-12-31",
        "FREQ=YEARLY, 2026-12-24, 2027-12-24",
        "FREQ=DAILY;COUNT=2147483647, 2026-11-21, 2026-11-22",
        "FREQ=DAILY;UNTIL=20261123T120000Z, 2026-11-22, 2026-11-23"
    })
    void countsFromTheDueDateAndSkipsWhatHasPassed(String rule, LocalDate due, LocalDate next) {
        assertThat(new Repeat(rule, From.DUE).next(due, TODAY)).map(Next::date).contains(next);
    }

    @Test
    void countsFromCompletion() {
        assertThat(new Repeat("FREQ=DAILY;INTERVAL=3", From.COMPLETION).next(LocalDate.of(2026, 1, 1), TODAY))
                .map(Next::date)
                .contains(TODAY.plusDays(3));
    }

    @Test
    void skippedOccurrencesCount() {
        var due = TODAY.minusDays(3);

        assertThat(new Repeat("FREQ=DAILY;COUNT=5", From.DUE).next(due, TODAY))
                .contains(new Next(TODAY, new Repeat("FREQ=DAILY;COUNT=2", From.DUE)));
        assertThat(new Repeat("FREQ=DAILY;COUNT=3", From.DUE).next(due, TODAY)).isEmpty();
    }

    @Test
    void comesToItsEnd() {
        assertThat(new Repeat("FREQ=DAILY;UNTIL=20261121", From.DUE).next(TODAY, TODAY))
                .isEmpty();
        assertThat(new Repeat("FREQ=DAILY;COUNT=1", From.DUE).next(TODAY, TODAY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=2147483647",
                "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;INTERVAL=999"
            })
    void aRuleThatNeverComesTrueEnds(String rule) {
        assertThat(new Repeat(rule, From.DUE).next(TODAY, TODAY)).isEmpty();
    }
}
