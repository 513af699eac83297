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
        // clocks go from 02:00 to 03:00: 02:30 is 03:30
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
                "um Hilfe"
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
            """)
    void understandsMomentsFromNowAndThisEvening(String words, LocalDateTime then) {
        for (var understood : List.of(Typed.english("Call " + words), Typed.german("Call " + words))) {
            assertThat(understood)
                    .returns("Call", FastAdd::title)
                    .returns(then.toLocalDate(), FastAdd::date)
                    .returns(then.toLocalTime(), FastAdd::time);
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
