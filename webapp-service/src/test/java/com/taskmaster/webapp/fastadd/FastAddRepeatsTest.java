package com.taskmaster.webapp.fastadd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastAddRepeatsTest {

    @ParameterizedTest(name = "{0} is {1} from {2}")
    @CsvSource(delimiter = '|', textBlock = """
            every day                      | FREQ=DAILY                        | 2026-11-21
            daily                          | FREQ=DAILY                        | 2026-11-21
            every 3 days                   | FREQ=DAILY;INTERVAL=3             | 2026-11-21
            every other day                | FREQ=DAILY;INTERVAL=2             | 2026-11-21
            every week                     | FREQ=WEEKLY                       | 2026-11-21
            weekly                         | FREQ=WEEKLY                       | 2026-11-21
            every 2 weeks                  | FREQ=WEEKLY;INTERVAL=2            | 2026-11-21
            every two weeks                | FREQ=WEEKLY;INTERVAL=2            | 2026-11-21
            every 1 week                   | FREQ=WEEKLY                       | 2026-11-21
            every month                    | FREQ=MONTHLY                      | 2026-11-21
            monthly                        | FREQ=MONTHLY                      | 2026-11-21
            every second month             | FREQ=MONTHLY;INTERVAL=2           | 2026-11-21
            every year                     | FREQ=YEARLY                       | 2026-11-21
            annually                       | FREQ=YEARLY                       | 2026-11-21
            every monday                   | FREQ=WEEKLY;BYDAY=MO              | 2026-11-23
            each saturday                  | FREQ=WEEKLY;BYDAY=SA              | 2026-11-21
            every sun                      | FREQ=WEEKLY;BYDAY=SU              | 2026-11-22
            mondays                        | FREQ=WEEKLY;BYDAY=MO              | 2026-11-23
            on fridays                     | FREQ=WEEKLY;BYDAY=FR              | 2026-11-27
            every mon, wed and fri         | FREQ=WEEKLY;BYDAY=MO,WE,FR        | 2026-11-23
            every friday and monday        | FREQ=WEEKLY;BYDAY=MO,FR           | 2026-11-23
            every weekday                  | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR  | 2026-11-23
            on weekdays                    | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR  | 2026-11-23
            every other friday             | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR   | 2026-11-27
            every second friday            | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR   | 2026-11-27
            every second friday of the month | FREQ=MONTHLY;BYDAY=2FR          | 2026-12-11
            every first monday             | FREQ=MONTHLY;BYDAY=1MO            | 2026-12-07
            every last friday              | FREQ=MONTHLY;BYDAY=-1FR           | 2026-11-27
            every 1st                      | FREQ=MONTHLY;BYMONTHDAY=1         | 2026-12-01
            every 31st                     | FREQ=MONTHLY;BYMONTHDAY=31        | 2026-12-31
            every 21st of the month        | FREQ=MONTHLY;BYMONTHDAY=21        | 2026-11-21
            every last day of the month    | FREQ=MONTHLY;BYMONTHDAY=-1        | 2026-11-30
            täglich                        | FREQ=DAILY                        | 2026-11-21
            jeden Tag                      | FREQ=DAILY                        | 2026-11-21
            alle 2 Tage                    | FREQ=DAILY;INTERVAL=2             | 2026-11-21
            jeden zweiten Tag              | FREQ=DAILY;INTERVAL=2             | 2026-11-21
            wöchentlich                    | FREQ=WEEKLY                       | 2026-11-21
            jede Woche                     | FREQ=WEEKLY                       | 2026-11-21
            alle 2 Wochen                  | FREQ=WEEKLY;INTERVAL=2            | 2026-11-21
            alle zwei Wochen               | FREQ=WEEKLY;INTERVAL=2            | 2026-11-21
            jede dritte Woche              | FREQ=WEEKLY;INTERVAL=3            | 2026-11-21
            monatlich                      | FREQ=MONTHLY                      | 2026-11-21
            jeden Monat                    | FREQ=MONTHLY                      | 2026-11-21
            alle drei Monate               | FREQ=MONTHLY;INTERVAL=3           | 2026-11-21
            jedes Jahr                     | FREQ=YEARLY                       | 2026-11-21
            jährlich                       | FREQ=YEARLY                       | 2026-11-21
            jeden Montag                   | FREQ=WEEKLY;BYDAY=MO              | 2026-11-23
            montags                        | FREQ=WEEKLY;BYDAY=MO              | 2026-11-23
            montags und donnerstags        | FREQ=WEEKLY;BYDAY=MO,TH           | 2026-11-23
            jeden Mo, Mi und Fr            | FREQ=WEEKLY;BYDAY=MO,WE,FR        | 2026-11-23
            werktags                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR  | 2026-11-23
            jeden Werktag                  | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR  | 2026-11-23
            jeden zweiten Freitag          | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR   | 2026-11-27
            jeden zweiten Freitag im Monat | FREQ=MONTHLY;BYDAY=2FR            | 2026-12-11
            jeden ersten Montag            | FREQ=MONTHLY;BYDAY=1MO            | 2026-12-07
            jeden letzten Freitag im Monat | FREQ=MONTHLY;BYDAY=-1FR           | 2026-11-27
            jeden 1.                       | FREQ=MONTHLY;BYMONTHDAY=1         | 2026-12-01
            jeden letzten Tag im Monat     | FREQ=MONTHLY;BYMONTHDAY=-1        | 2026-11-30
            jedes Monatsende               | FREQ=MONTHLY;BYMONTHDAY=-1        | 2026-11-30
            """)
    void understandsRepeats(String words, String rule, LocalDate first) {
        assertThat(Typed.english("Water plants " + words))
                .returns("Water plants", FastAdd::title)
                .returns(rule, FastAdd::repeat)
                .returns(first, FastAdd::date);
        assertThat(Typed.german(words + " Blumen gießen"))
                .returns("Blumen gießen", FastAdd::title)
                .returns(rule, FastAdd::repeat)
                .returns(first, FastAdd::date);
    }

    @ParameterizedTest(name = "{0} begins on {1}")
    @CsvSource({
        "every month on the 5th, 2026-12-05",
        "yearly on 24 December, 2026-12-24",
        "every monday tomorrow, 2026-11-22",
        "every saturday 17:00, 2026-11-21",
        "every saturday 9:00, 2026-11-28",
        "every day at 9, 2026-11-22"
    })
    void beginsOnTheDateThatIsSaidOrWhenItsTimeHasNotPassed(String words, LocalDate date) {
        assertThat(Typed.english("Water plants " + words).date()).isEqualTo(date);
    }

    @Test
    void findsTheNextMonthThatIsLongEnough() {
        assertThat(Typed.at("2027-02-01T10:00", "Pay every 31st").date()).isEqualTo("2027-03-31");
        assertThat(Typed.at("2027-02-01T10:00", "Pay every last day of the month")
                        .date())
                .isEqualTo("2027-02-28");
    }

    @Test
    void understandsARepeatWithItsTime() {
        assertThat(Typed.english("Gym every mon and thu at 18:30"))
                .returns("Gym", FastAdd::title)
                .returns("FREQ=WEEKLY;BYDAY=MO,TH", FastAdd::repeat)
                .returns(LocalTime.of(18, 30), FastAdd::time);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "every",
                "every now and then",
                "every 0 days",
                "every first",
                "every 32nd",
                "every 1000 days",
                "jeden Fall",
                "alle Fenster",
                "every last day",
                "the weekly report"
            })
    void leavesWhatIsNoRepeat(String words) {
        assertThat(Typed.english("Clean " + words))
                .returns("Clean " + words, FastAdd::title)
                .returns(null, FastAdd::repeat);
    }

    @Test
    void goesOnAfterAListOfDays() {
        assertThat(Typed.english("every monday and then some")).returns("and then some", FastAdd::title);
    }
}
