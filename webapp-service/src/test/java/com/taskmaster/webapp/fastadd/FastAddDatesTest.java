package com.taskmaster.webapp.fastadd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastAddDatesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24              | 2026-12-24
            2026-1-5                | 2026-01-05
            2028-02-29              | 2028-02-29
            24.12.                  | 2026-12-24
            1.3.                    | 2027-03-01
            21.11.                  | 2026-11-21
            20.11.                  | 2027-11-20
            24.12.2026              | 2026-12-24
            24.12.27                | 2027-12-24
            01.02.2020              | 2020-02-01
            29.2.                   | 2028-02-29
            am 24.12                | 2026-12-24
            bis 24.12.              | 2026-12-24
            bis zum 24.12.          | 2026-12-24
            fällig am 24.12.        | 2026-12-24
            24/12                   | 2026-12-24
            12/24                   | 2026-12-24
            24/12/2026              | 2026-12-24
            24/12/26                | 2026-12-24
            on 24/7                 | 2027-07-24
            Dec 24                  | 2026-12-24
            dec. 24                 | 2026-12-24
            Dec 24, 2027            | 2027-12-24
            December 24th           | 2026-12-24
            on December 24          | 2026-12-24
            24 December             | 2026-12-24
            24th of December        | 2026-12-24
            on the 24th of December | 2026-12-24
            24 Dec 2027             | 2027-12-24
            by 1 May                | 2027-05-01
            May 5                   | 2027-05-05
            Feb 29                  | 2028-02-29
            31 December             | 2026-12-31
            1 January               | 2027-01-01
            due 3 sept              | 2027-09-03
            24. Dezember            | 2026-12-24
            24 Dezember             | 2026-12-24
            am 24. Dezember         | 2026-12-24
            24. Dez.                | 2026-12-24
            24. Dezember 2027       | 2027-12-24
            bis 1. März             | 2027-03-01
            1. Maerz                | 2027-03-01
            3. Mai                  | 2027-05-03
            29. Februar             | 2028-02-29
            6. Jänner               | 2027-01-06
            """)
    void understandsTheCalendar(String words, LocalDate date) {
        isUnderstood(words, date);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Pay on the 5th             | 2026-12-05
            Pay by the 21st            | 2026-11-21
            Pay on the 31st            | 2026-12-31
            Pay am 5.                  | 2026-12-05
            Pay zum 30.                | 2026-11-30
            Pay on the 5th!            | 2026-12-05
            On the 5th: Pay            | 2026-12-05
            On the 5th. Pay            | 2026-12-05
            On the 5th – Pay           | 2026-12-05
            Pay on the 5th at noon     | 2026-12-05
            Pay on the 5th 17:00       | 2026-12-05
            Pay on the 5th #home       | 2026-12-05
            Pay am 5. @bank            | 2026-12-05
            Pay am 5. !hoch            | 2026-12-05
            Pay am 5. jeden Monat      | 2026-12-05
            Am 5. abends Pay           | 2026-12-05
            """)
    void understandsADayAloneWhereNothingElseCanBeMeant(String line, LocalDate date) {
        for (var understood : List.of(Typed.english(line), Typed.german(line))) {
            assertThat(understood).returns("Pay", FastAdd::title).returns(date, FastAdd::date);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Meet on the 5th at home     | Meet at home
            Treffen am 5. bei Mario    |
            Fix light on the 3rd floor |
            Karte zum 30. Geburtstag   |
            Zum 30. Geburtstag gratulieren |
            Am 3. Tag ausruhen         |
            Reply on the 2nd "draft"   |
            """)
    void understandsNoDayThatCountsSomethingElse(String line, String title) {
        for (var understood : List.of(Typed.english(line), Typed.german(line))) {
            assertThat(understood).returns(title == null ? line : title, FastAdd::title);
            assertThat(understood.date() == null).isEqualTo(title == null);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            today                   | 2026-11-21
            tomorrow                | 2026-11-22
            Tomorrow                | 2026-11-22
            by tomorrow             | 2026-11-22
            day after tomorrow      | 2026-11-23
            the day after tomorrow  | 2026-11-23
            heute                   | 2026-11-21
            heute morgen            | 2026-11-21
            morgen                  | 2026-11-22
            bis morgen              | 2026-11-22
            übermorgen              | 2026-11-23
            ÜBERMORGEN              | 2026-11-23
            uebermorgen             | 2026-11-23
            friday                  | 2026-11-27
            fri                     | 2026-11-27
            on friday               | 2026-11-27
            by friday               | 2026-11-27
            this friday             | 2026-11-27
            on monday               | 2026-11-23
            saturday                | 2026-11-28
            sunday                  | 2026-11-22
            on sun                  | 2026-11-22
            next friday             | 2026-11-27
            next sunday             | 2026-11-29
            on next sat             | 2026-11-28
            sunday next week        | 2026-11-29
            Freitag                 | 2026-11-27
            am Freitag              | 2026-11-27
            bis Freitag             | 2026-11-27
            diesen Freitag          | 2026-11-27
            am kommenden Montag     | 2026-11-23
            Sonnabend               | 2026-11-28
            am Do                   | 2026-11-26
            am So.                  | 2026-11-22
            nächsten Montag         | 2026-11-23
            nächsten Sonntag        | 2026-11-29
            am nächsten So          | 2026-11-29
            Sonntag nächste Woche   | 2026-11-29
            in 0 days               | 2026-11-21
            in 3 days               | 2026-11-24
            in a week               | 2026-11-28
            in two weeks            | 2026-12-05
            in 3 months             | 2027-02-21
            in 1 year               | 2027-11-21
            in 3 Tagen              | 2026-11-24
            in einer Woche          | 2026-11-28
            in zwei Wochen          | 2026-12-05
            in zwölf Monaten        | 2027-11-21
            in einem Jahr           | 2027-11-21
            next week               | 2026-11-23
            by next week            | 2026-11-23
            next month              | 2026-12-01
            next year               | 2027-01-01
            nächste Woche           | 2026-11-23
            kommende Woche          | 2026-11-23
            nächsten Monat          | 2026-12-01
            nächstes Jahr           | 2027-01-01
            end of month            | 2026-11-30
            by the end of the month | 2026-11-30
            Monatsende              | 2026-11-30
            am Monatsende           | 2026-11-30
            bis Ende des Monats     | 2026-11-30
            """)
    void countsFromToday(String words, LocalDate date) {
        isUnderstood(words, date);
    }

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource({
        "en-US, 3/4, 2027-03-04",
        "en-US, 3/4/2026, 2026-03-04",
        "en-GB, 3/4, 2027-04-03",
        "en-AU, 3/4, 2027-04-03",
        "de, 3/4, 2027-04-03",
        "de-DE, 3/4/26, 2026-04-03",
        "fr, 3/4, 2027-04-03"
    })
    void theLocaleDecidesWhatComesFirst(String locale, String words, LocalDate date) {
        assertThat(FastAdd.parse("Buy milk " + words, Locale.forLanguageTag(locale), Typed.NOW)
                        .date())
                .isEqualTo(date);
    }

    @ParameterizedTest(name = "on {0} {1} is {2}")
    @CsvSource({
        "2027-01-31T10:00, in 1 month, 2027-02-28",
        "2028-01-31T10:00, in einem Monat, 2028-02-29",
        "2028-02-29T10:00, in 1 year, 2029-02-28",
        "2028-02-29T10:00, Feb 29, 2028-02-29",
        "2028-03-01T10:00, Feb 29, 2032-02-29",
        "2096-03-01T10:00, Feb 29, 2104-02-29",
        "2028-02-10T10:00, end of month, 2028-02-29",
        "2026-11-30T10:00, Monatsende, 2026-11-30",
        "2026-12-31T10:00, tomorrow, 2027-01-01",
        "2026-12-31T10:00, next month, 2027-01-01",
        "2026-12-28T10:00, friday, 2027-01-01",
        "2026-12-31T23:59, 31.12., 2026-12-31",
        "2027-01-31T10:00, on the 30th, 2027-03-30",
        "2026-11-20T10:00, friday, 2026-11-27",
        "2026-11-20T10:00, next friday, 2026-11-27",
        "2026-11-16T10:00, friday, 2026-11-20",
        "2026-11-16T10:00, next friday, 2026-11-27",
        "2026-11-22T10:00, next week, 2026-11-23"
    })
    void minds(String now, String words, LocalDate date) {
        assertThat(Typed.at(now, "Buy milk " + words).date()).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "30.2.",
                "2026-02-29",
                "2026-13-01",
                "31 April",
                "13/13",
                "0.5.",
                "24.12",
                "1899-12-31",
                "24.12.3000",
                "in 9999 years",
                "24/7",
                "may",
                "sun",
                "do",
                "so",
                "next day",
                "on the 32nd",
                "in 3 apples",
                "1.2.3.4"
            })
    void leavesWhatIsNoDate(String words) {
        assertThat(Typed.english("Buy milk " + words))
                .returns("Buy milk " + words, FastAdd::title)
                .returns(null, FastAdd::date);
    }

    private static void isUnderstood(String words, LocalDate date) {
        assertThat(Typed.english("Buy milk " + words))
                .returns("Buy milk", FastAdd::title)
                .returns(date, FastAdd::date);
        assertThat(Typed.german(words + " Milch kaufen"))
                .returns("Milch kaufen", FastAdd::title)
                .returns(date, FastAdd::date);
    }
}
