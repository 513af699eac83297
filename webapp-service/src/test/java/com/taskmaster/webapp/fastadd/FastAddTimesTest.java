package com.taskmaster.webapp.fastadd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastAddTimesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            17:00               | 17:00
            9:05                | 09:05
            at 17:00            | 17:00
            by 17:00            | 17:00
            5pm                 | 17:00
            5 pm                | 17:00
            5 PM                | 17:00
            5 p.m.              | 17:00
            5:30 pm             | 17:30
            5:30pm              | 17:30
            at 5 in the evening | 17:00
            at 4 in the evening | 16:00
            um 4 abends         | 16:00
            at 7 at night       | 19:00
            9am                 | 09:00
            12am                | 00:00
            12pm                | 12:00
            12:15 am            | 00:15
            at 9                | 09:00
            @ 9                 | 09:00
            at 9 o'clock        | 09:00
            at 9:30             | 09:30
            noon                | 12:00
            at noon             | 12:00
            by midnight         | 00:00
            um 9                | 09:00
            um 9 Uhr            | 09:00
            um 9:30 Uhr         | 09:30
            17 Uhr              | 17:00
            17.30 Uhr           | 17:30
            um 17.30            | 17:30
            bis 17 Uhr          | 17:00
            gegen 9 Uhr         | 09:00
            8 Uhr abends        | 20:00
            8 Uhr morgens       | 08:00
            mittags             | 12:00
            12 Uhr mittags      | 12:00
            um Mitternacht      | 00:00
            12 Uhr nachts       | 00:00
            um 3 Uhr nachts     | 03:00
            3 Uhr in der Nacht  | 03:00
            11 at night         | 23:00
            12 in the night     | 00:00
            11 Uhr mittags      | 11:00
            1 Uhr mittags       | 13:00
            mittags um 1        | 13:00
            6 Uhr früh          | 06:00
            6 Uhr in der Früh   | 06:00
            3 Uhr nachmittags   | 15:00
            abends um 8         | 20:00
            am Abend um 8       | 20:00
            in the evening at 8 | 20:00
            half past 8         | 08:30
            at half past 8      | 08:30
            half past 8 pm      | 20:30
            quarter past 5pm    | 17:15
            at a quarter past 5 | 05:15
            quarter to 5 pm     | 16:45
            quarter to 1 pm     | 12:45
            half past 12 am     | 00:30
            at 10 past 8        | 08:10
            at 10 minutes to 8 pm | 19:50
            halb 8              | 07:30
            um halb 8           | 07:30
            um halb 8 Uhr       | 07:30
            um halb 8 abends    | 19:30
            halb 5 abends       | 16:30
            halb 1 mittags      | 12:30
            halb 12 nachts      | 23:30
            halb 1 nachts       | 00:30
            abends um halb 8    | 19:30
            viertel nach 3 nachmittags | 15:15
            viertel vor 8 abends | 19:45
            viertel 8 abends    | 19:15
            dreiviertel 8 abends | 19:45
            um 10 vor 8         | 07:50
            um 5 nach halb 8 abends | 19:35
            """)
    void understandsTimes(String words, LocalTime time) {
        assertThat(Typed.english("Call tomorrow " + words))
                .returns("Call", FastAdd::title)
                .returns(LocalDate.of(2026, 11, 22), FastAdd::date)
                .returns(time, FastAdd::time);
        assertThat(Typed.german(words + " anrufen am 24.12."))
                .returns("anrufen", FastAdd::title)
                .returns(LocalDate.of(2026, 12, 24), FastAdd::date)
                .returns(time, FastAdd::time);
    }

    @ParameterizedTest(name = "at {0} {1} is on {2}")
    @CsvSource({
        "2026-11-21T10:00, 17:00, 2026-11-21",
        "2026-11-21T10:00, 10:00, 2026-11-21",
        "2026-11-21T10:00, 9:59, 2026-11-22",
        "2026-12-31T18:00, 5pm, 2027-01-01",
        "2026-11-21T10:00, midnight, 2026-11-22",
        "2026-11-21T10:00, 12 Uhr nachts, 2026-11-22",
        "2026-11-21T02:00, 3 Uhr nachts, 2026-11-21",
        "2026-11-21T10:00, 3 Uhr nachts, 2026-11-22",
        // clocks go forward from 02:00 to 03:00: 02:30 becomes 03:30
        "2027-03-28T03:15, 2:30, 2027-03-28",
        "2027-03-28T03:45, 2:30, 2027-03-29",
        "2026-10-25T02:15, 2:30, 2026-10-25"
    })
    void aTimeAloneIsTheNext(String now, String words, LocalDate date) {
        assertThat(Typed.at(now, "Call " + words).date()).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "25:00",
                "24:00",
                "17:60",
                "16:9",
                "17:00:00",
                "9",
                "17.30",
                "at 24",
                "13am",
                "at 99",
                "at home",
                "17h",
                "um Hilfe",
                "half 8 pm",
                "halb acht abends",
                "half past eight pm",
                "in the evening",
                "abends 8",
                "nachts",
                "10 past 8"
            })
    void leavesWhatIsNoTime(String words) {
        assertThat(Typed.english("Call " + words))
                .returns("Call " + words, FastAdd::title)
                .returns(null, FastAdd::time);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            in 2 hours          | 2026-11-21T12:00
            in an hour          | 2026-11-21T11:00
            in 30 minutes       | 2026-11-21T10:30
            in 20 hours         | 2026-11-22T06:00
            tonight             | 2026-11-21T20:00
            this evening        | 2026-11-21T20:00
            tonight at 9        | 2026-11-21T21:00
            tonight 9:30 pm     | 2026-11-21T21:30
            tonight at 22:15    | 2026-11-21T22:15
            in 2 Stunden        | 2026-11-21T12:00
            in einer Stunde     | 2026-11-21T11:00
            in 45 Minuten       | 2026-11-21T10:45
            heute Abend         | 2026-11-21T20:00
            heute abend um 7    | 2026-11-21T19:00
            heute Abend, 18 Uhr | 2026-11-21T18:00
            by tonight          | 2026-11-21T20:00
            due tonight         | 2026-11-21T20:00
            bis heute Abend     | 2026-11-21T20:00
            tonight at midnight | 2026-11-22T00:00
            tonight at 12:30    | 2026-11-22T00:30
            tonight at 1:30     | 2026-11-22T01:30
            heute Abend um 12   | 2026-11-22T00:00
            today in the evening | 2026-11-21T20:00
            today at midnight   | 2026-11-22T00:00
            heute 12 Uhr nachts | 2026-11-22T00:00
            heute 3 Uhr nachts  | 2026-11-22T03:00
            """)
    void understandsMomentsFromNowAndThisEvening(String words, LocalDateTime then) {
        for (var understood : List.of(Typed.english("Call " + words), Typed.german("Call " + words))) {
            assertThat(understood)
                    .returns("Call", FastAdd::title)
                    .returns(then.toLocalDate(), FastAdd::date)
                    .returns(then.toLocalTime(), FastAdd::time);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow evening at 8      | 2026-11-22T20:00
            tomorrow morning at 9      | 2026-11-22T09:00
            tomorrow night at 9        | 2026-11-22T21:00
            tomorrow night at 1:30     | 2026-11-23T01:30
            this afternoon at 3        | 2026-11-21T15:00
            by this afternoon          | 2026-11-21T15:00
            today in the afternoon at 3 | 2026-11-21T15:00
            at 3 this afternoon        | 2026-11-21T15:00
            this afternoon at quarter past 3 | 2026-11-21T15:15
            friday afternoon, 4:30     | 2026-11-27T16:30
            friday night at midnight   | 2026-11-28T00:00
            on friday morning          | 2026-11-27T08:00
            next friday afternoon      | 2026-11-27T15:00
            tomorrow evening           | 2026-11-22T20:00
            tomorrow night             | 2026-11-22T20:00
            tomorrow afternoon at 17:00 | 2026-11-22T17:00
            tomorrow in the evening at 8 | 2026-11-22T20:00
            on Dec 24 in the evening   | 2026-12-24T20:00
            on the 5th in the evening  | 2026-12-05T20:00
            morgen Nachmittag um 3     | 2026-11-22T15:00
            morgen früh                | 2026-11-22T08:00
            morgen früh um 7           | 2026-11-22T07:00
            morgen Vormittag um 10     | 2026-11-22T10:00
            morgen Vormittag um 12:15  | 2026-11-22T12:15
            tomorrow morning at 12:30  | 2026-11-22T12:30
            morgen Mittag              | 2026-11-22T12:00
            morgen Mittag um 1         | 2026-11-22T13:00
            morgen Mittag halb 1       | 2026-11-22T12:30
            morgen Abend um halb 8     | 2026-11-22T19:30
            morgen Nacht               | 2026-11-22T22:00
            morgen Nacht um 2          | 2026-11-23T02:00
            morgen am Abend            | 2026-11-22T20:00
            morgen abends um 8         | 2026-11-22T20:00
            heute Nachmittag um 3      | 2026-11-21T15:00
            heute Nachmittag           | 2026-11-21T15:00
            heute Mittag               | 2026-11-21T12:00
            heute Nacht um 3           | 2026-11-22T03:00
            heute Nacht um 11          | 2026-11-21T23:00
            heut Abend                 | 2026-11-21T20:00
            diesen Nachmittag um 4     | 2026-11-21T16:00
            um 3 morgen Nachmittag     | 2026-11-22T15:00
            übermorgen früh            | 2026-11-23T08:00
            Freitag Nachmittag um 3    | 2026-11-27T15:00
            Freitag Morgen             | 2026-11-27T08:00
            Freitagabend               | 2026-11-27T20:00
            am Freitagabend um 8       | 2026-11-27T20:00
            bis Sonnabendmittag        | 2026-11-28T12:00
            nächsten Sonntagnachmittag um 3 | 2026-11-29T15:00
            Freitagmorgen nächste Woche | 2026-11-27T08:00
            bis Freitag Mittag         | 2026-11-27T12:00
            am Freitag nachmittags     | 2026-11-27T15:00
            am 24.12. abends um 6      | 2026-12-24T18:00
            """)
    void understandsThePartOfTheDay(String words, LocalDateTime then) {
        for (var understood : List.of(Typed.english("Call " + words), Typed.german("Call " + words))) {
            assertThat(understood)
                    .returns("Call", FastAdd::title)
                    .returns(then.toLocalDate(), FastAdd::date)
                    .returns(then.toLocalTime(), FastAdd::time);
        }
    }

    @ParameterizedTest(name = "at {0}, \"{1}\" is {2} {3}")
    @CsvSource({
        "2026-11-21T12:00, this afternoon at 3, 2026-11-21, 15:00",
        "2026-11-21T16:00, this afternoon, 2026-11-21,",
        "2026-11-21T10:00, this morning, 2026-11-21,",
        "2026-11-21T07:00, this morning, 2026-11-21, 08:00",
        "2026-11-21T10:00, heute Morgen, 2026-11-21,",
        "2026-11-21T00:30, tonight at 1:30, 2026-11-21, 01:30",
        "2026-11-21T00:30, heute Nacht um 3, 2026-11-21, 03:00",
        "2026-11-21T22:00, every evening at 8, 2026-11-22, 20:00",
        "2026-11-21T19:00, every evening, 2026-11-21, 20:00",
        "2026-11-21T10:00, every monday evening at 8, 2026-11-23, 20:00",
        "2026-11-21T10:00, jeden Abend um 8, 2026-11-21, 20:00",
        "2026-11-21T10:00, montags abends um 8, 2026-11-23, 20:00",
        "2026-11-21T10:00, jeden Montagabend um 8, 2026-11-23, 20:00"
    })
    void understandsThePartOfTheDayThatIsLeft(String now, String words, LocalDate date, LocalTime time) {
        assertThat(Typed.at(now, "Call " + words))
                .returns("Call", FastAdd::title)
                .returns(date, FastAdd::date)
                .returns(time, FastAdd::time);
    }

    @ParameterizedTest(name = "{0} is left in the title")
    @ValueSource(
            strings = {
                "Read the friday evening paper",
                "Guten Abend sagen",
                "Den Freitagabend freihalten",
                "Am Abend laufen",
                "Watch the morning show",
                "Buy \"tomorrow morning\""
            })
    void leavesPartsOfTheDayThatAreMeantForTheTitle(String line) {
        for (var understood : List.of(Typed.english(line), Typed.german(line))) {
            assertThat(understood)
                    .returns(line, FastAdd::title)
                    .returns(null, FastAdd::date)
                    .returns(null, FastAdd::time);
        }
    }

    @Test
    void countsHoursAsTheyPassWhereClocksArePutBack() {
        assertThat(Typed.at("2026-10-25T01:30:59", "Call in 2 hours"))
                .returns(LocalDate.of(2026, 10, 25), FastAdd::date)
                .returns(LocalTime.of(2, 30), FastAdd::time);
    }

    @Test
    void meansTheRestOfTheDayByAnEveningThatHasBegun() {
        assertThat(Typed.at("2026-11-21T20:30", "Call tonight"))
                .returns(LocalDate.of(2026, 11, 21), FastAdd::date)
                .returns(null, FastAdd::time);
    }

    @ParameterizedTest(name = "{0} is left in the title")
    @ValueSource(
            strings = {"Read about tonight", "Buy in 2 hours' time a clock", "Watch \"Tonight\"", "Plan the weekend"})
    void leavesMomentsThatAreMeantForTheTitle(String line) {
        assertThat(Typed.english(line)).returns(null, FastAdd::date).returns(null, FastAdd::time);
    }

    @Test
    void takesOneMomentAndNotItsHalf() {
        assertThat(Typed.english("Call tomorrow, not in 2 hours"))
                .returns("Call not in 2 hours", FastAdd::title)
                .returns(LocalDate.of(2026, 11, 22), FastAdd::date)
                .returns(null, FastAdd::time);
    }

    @ParameterizedTest(name = "on {0}, \"{1}\" is {2}")
    @CsvSource({
        "2026-11-18, this weekend, 2026-11-21",
        "2026-11-18, am Wochenende, 2026-11-21",
        "2026-11-21, this weekend, 2026-11-21",
        "2026-11-22, dieses Wochenende, 2026-11-22",
        "2026-11-18, next weekend, 2026-11-28",
        "2026-11-18, nächstes Wochenende, 2026-11-28",
        "2026-11-22, next weekend, 2026-11-28",
        "2026-11-18, by next weekend, 2026-11-28",
        "2026-11-18, bis nächstes Wochenende, 2026-11-28",
        "2026-11-18, bis zum kommenden Wochenende, 2026-11-21"
    })
    void understandsWeekends(String today, String words, LocalDate date) {
        assertThat(Typed.at(today + "T10:00", "Rest " + words))
                .returns("Rest", FastAdd::title)
                .returns(date, FastAdd::date);
    }
}
