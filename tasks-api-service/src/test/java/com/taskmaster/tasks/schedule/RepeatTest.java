package com.taskmaster.tasks.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.tasks.schedule.Repeat.From;
import com.taskmaster.tasks.schedule.Repeat.Next;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Optional<Next> next(String rule, From from, LocalDate due) {
        return new Repeat(rule, from)
                .next(on(due), TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static Due on(LocalDate date) {
        return new Due(date, null, null);
    }

    @ParameterizedTest(name = "{0} from the due date {1} leads to {2}")
    @CsvSource({
        "FREQ=DAILY, 2026-11-21, 2026-11-22",
        "FREQ=DAILY, 2026-11-01, 2026-11-21",
        "FREQ=WEEKLY;BYDAY=MO, 2026-11-23, 2026-11-30",
        "FREQ=MONTHLY;BYMONTHDAY=31, 2026-12-31, 2027-01-31",
        "FREQ=MONTHLY;BYMONTHDAY=-1, 2026-11-30, 2026-12-31",
        "'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', 2027-01-31, 2027-02-28",
        "'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', 2027-02-28, 2027-03-31",
        "'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 2028-02-29, 2029-02-28",
        "FREQ=YEARLY, 2026-12-24, 2027-12-24",
        "FREQ=YEARLY;INTERVAL=973, 2026-12-24, 2999-12-24",
        "FREQ=DAILY;COUNT=2147483647, 2026-11-21, 2026-11-22",
        "FREQ=DAILY;UNTIL=20261123, 2026-11-22, 2026-11-23",
        "FREQ=DAILY;UNTIL=20261123T120000Z, 2026-11-22, 2026-11-23"
    })
    void countsFromTheDueDateAndSkipsWhatHasPassed(String rule, LocalDate due, LocalDate next) {
        assertThat(next(rule, From.DUE, due)).map(Next::due).contains(on(next));
    }

    @Test
    void countsFromCompletion() {
        assertThat(next("FREQ=DAILY;INTERVAL=3", From.COMPLETION, LocalDate.of(2026, 1, 1)))
                .map(Next::due)
                .contains(on(TODAY.plusDays(3)));
    }

    @Test
    void skippedOccurrencesCount() {
        var due = TODAY.minusDays(3);

        assertThat(next("FREQ=DAILY;COUNT=5", From.DUE, due))
                .contains(new Next(on(TODAY), new Repeat("FREQ=DAILY;COUNT=2", From.DUE)));
        assertThat(next("FREQ=DAILY;COUNT=3", From.DUE, due)).isEmpty();
    }

    @ParameterizedTest(name = "counted from {0}")
    @CsvSource({"DUE, 2026-11-21", "COMPLETION, 2026-11-23"})
    void whatWasCompletedCountsOnWhateverDay(From from, LocalDate due) {
        assertThat(next("FREQ=WEEKLY;BYDAY=MO;COUNT=3", from, due))
                .contains(new Next(on(LocalDate.of(2026, 11, 23)), new Repeat("FREQ=WEEKLY;BYDAY=MO;COUNT=2", from)));
        assertThat(next("FREQ=WEEKLY;BYDAY=MO;COUNT=1", from, due)).isEmpty();
    }

    @Test
    void comesToItsEnd() {
        assertThat(next("FREQ=DAILY;UNTIL=20261121", From.DUE, TODAY)).isEmpty();
        assertThat(next("FREQ=DAILY;COUNT=1", From.DUE, TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1} in {2} continues: {3}")
    @CsvSource({
        "20261122T080000Z, 17:00, Asia/Tokyo, true",
        "20261122T075959Z, 17:00, Asia/Tokyo, false",
        "20261121T200000Z, 05:00, Asia/Tokyo, true",
        "20261121T195959Z, 05:00, Asia/Tokyo, false",
        "20261123T010000Z, 17:00, America/Los_Angeles, true",
        "20261123T005959Z, 17:00, America/Los_Angeles, false",
        "20261122T170000, 17:00, America/Los_Angeles, true",
        "20261122T165959, 17:00, America/Los_Angeles, false",
        "20261122, 23:59, America/Los_Angeles, true",
        "20261121, 00:00, Asia/Tokyo, false",
        "20261122T165960Z, 16:59:59, Etc/UTC, true"
    })
    void untilIncludesItsInstant(String until, LocalTime time, String zone, boolean goesOn) {
        var completed = TODAY.atTime(LocalTime.NOON).atZone(ZoneId.of(zone)).toInstant();
        var next = new Repeat("FREQ=DAILY;UNTIL=" + until, From.DUE)
                .next(new Due(TODAY, time, zone), completed, ZoneOffset.UTC);

        assertThat(next.map(Next::due))
                .isEqualTo(goesOn ? Optional.of(new Due(TODAY.plusDays(1), time, zone)) : Optional.empty());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=2147483647",
                "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;INTERVAL=999",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
                "FREQ=YEARLY;INTERVAL=916;BYYEARDAY=259,-366;BYDAY=WE"
            })
    void aRuleThatNeverComesTrueEnds(String rule) {
        assertThat(Recurrence.parse(rule)).isPresent();
        assertThat(next(rule, From.DUE, TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=YEARLY;INTERVAL=974",
                "FREQ=YEARLY;INTERVAL=8000",
                "FREQ=WEEKLY;INTERVAL=2147483647",
                "FREQ=DAILY;INTERVAL=2147483647"
            })
    void aRuleThatLeadsOutOfReachEnds(String rule) {
        assertThat(next(rule, From.DUE, TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=HOURLY",
                "FREQ=DAILY;INTERVAL=1001",
                "FREQ=DAILY;UNTIL=20261399",
                "FREQ=DAILY;UNTIL=20261123T250000Z",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=DAILY;BYMINUTE=0",
                "freq=daily;bysecond=0",
                "FREQ=DAILY;RSCALE=JULIAN",
                "FREQ=DAILY;RSCALE=GREGORIAN;SKIP=FORWARD",
                "FREQ=DAILY;SKIP=OMIT",
                "FREQ=WEEKLY;BYDAY=MO,MO",
                "FREQ=MONTHLY;BYDAY=+1MO,01MO",
                "FREQ=MONTHLY;BYMONTHDAY=1,+01"
            })
    void refusesWhatCannotBeCounted(String rule) {
        assertThat(Recurrence.parse(rule)).isEmpty();
    }

    @ParameterizedTest(name = "{0} continues as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0 | FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=SU,SU | FREQ=WEEKLY;BYDAY=SU",
                "FREQ=DAILY;BYMONTH=11,11,12;COUNT=3 | FREQ=DAILY;BYMONTH=11,12;COUNT=2",
                "FREQ=DAILY;RSCALE=GREGORIAN | FREQ=DAILY;RSCALE=GREGORIAN"
            })
    void whatWasStoredWhenMoreWasLetInGoesOnWithoutIt(String rule, String rest) {
        assertThat(next(rule, From.DUE, TODAY)).contains(new Next(on(TODAY.plusDays(1)), new Repeat(rest, From.DUE)));
    }
}
