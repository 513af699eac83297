package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.board.ShownDue;
import com.taskmaster.webapp.tasks.Due;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The preview of a file's tasks, for a user in Berlin. */
class PreviewRowTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T23:30:00+01:00[Europe/Berlin]");

    @ParameterizedTest(name = "{0} {1} in {2} is {4} on {3} here: both are shown: {5}")
    @CsvSource({
        "2026-12-24, 17:00, Asia/Tokyo,    24 Dec 2026, 09:00, true",
        "2026-12-25, 01:00, Asia/Tokyo,    24 Dec 2026, 17:00, true",
        "2026-12-24, 17:00, Europe/Berlin, 24 Dec 2026, 17:00, false",
        "2026-12-24, 17:00, Europe/Paris,  24 Dec 2026, 17:00, false",
        "2026-12-24, 16:00, UTC,           24 Dec 2026, 17:00, true"
    })
    void tellTheClocksOfTheFileWhereTheyShowAnotherTime(
            LocalDate date, LocalTime time, String zone, String shownDate, String shownTime, boolean elsewhere) {
        assertThat(row(null, new Due(date, time, zone)))
                .returns(elsewhere, PreviewRow::elsewhere)
                .extracting(PreviewRow::due)
                .returns(shownDate, ShownDue::text)
                .returns(shownTime, ShownDue::time);
    }

    @Test
    void tellADayAsItIsEverywhere() {
        assertThat(row(null, Due.on(LocalDate.of(2026, 12, 24)))).returns(false, PreviewRow::elsewhere);
        assertThat(row(null, null)).returns(null, PreviewRow::due).returns(false, PreviewRow::elsewhere);
    }

    @Test
    void knowTheListsThatWouldBeMade() {
        assertThat(row("Garden", null).inNewList()).isTrue();
        assertThat(row("Yard", null).inNewList()).isFalse();
        assertThat(row(null, null).inNewList()).isFalse();
    }

    private static PreviewRow row(String list, Due due) {
        var task = new PreviewedTask("Water the plants", list, due, null, null, null, null, null);
        return PreviewRow.of(task, List.of("Garden"), Locale.UK, NOW);
    }
}
