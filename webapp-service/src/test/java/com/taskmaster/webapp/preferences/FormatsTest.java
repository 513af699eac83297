package com.taskmaster.webapp.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    /** JDKs since 20 write it before AM and PM. */
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T23:30:00Z");

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | UTC | 31 Dec 2025, 23:30",
                "ENGLISH | Europe/Berlin | 1 Jan 2026, 00:30",
                "AMERICAN_ENGLISH | America/New_York | Dec 31, 2025, 6:30 PM",
                "GERMAN | Europe/Berlin | 01.01.2026, 00:30",
                "GERMAN | America/New_York | 31.12.2025, 18:30"
            })
    void showTimesByTheClockOfWhoReadsThem(Language language, String zone, String shown) {
        assertThat(Formats.shown(NEW_YEAR, language.locale(), ZoneId.of(zone)).replace(NARROW_NO_BREAK_SPACE, ' '))
                .isEqualTo(shown);
    }

    @Test
    void showDatesAndNumbersInTheLanguage() {
        assertThat(Formats.shown(LocalDate.of(2026, 3, 9), Language.GERMAN.locale()))
                .isEqualTo("09.03.2026");
        assertThat(Formats.shown(10_000, Language.GERMAN.locale())).isEqualTo("10.000");
        assertThat(Formats.shown(10_000, Language.ENGLISH.locale())).isEqualTo("10,000");
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"PT0S, 0:00", "PT4M5S, 4:05", "PT1H2M3S, 1:02:03", "PT25H, 25:00:00"})
    void showDurationsAsAClockDoes(Duration duration, String shown) {
        assertThat(Formats.shown(duration)).isEqualTo(shown);
    }
}
