package com.taskmaster.webapp.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortMonthsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY            | 2027-01-31 | FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1
            FREQ=MONTHLY;INTERVAL=2 | 2027-01-30 | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30;BYSETPOS=-1
            FREQ=MONTHLY            | 2027-01-29 | FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1
            FREQ=YEARLY             | 2028-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1""")
    void comeWithTheirLastDay(String rule, LocalDate start, String included) {
        assertThat(ShortMonths.included(rule, start)).isEqualTo(included);
        assertThat(ShortMonths.without(included)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY                 | 2027-02-28
            FREQ=YEARLY                  | 2027-01-31
            FREQ=WEEKLY                  | 2027-01-31
            FREQ=MONTHLY;BYMONTHDAY=31   | 2027-01-31
            FREQ=MONTHLY;COUNT=3         | 2027-01-31
            FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1 | 2028-02-29
            FREQ=YEARLY;BYMONTHDAY=28,29;BYSETPOS=-1            | 2028-02-29""")
    void areLeftOutOnlyByADayThatTheyDoNotHave(String rule, LocalDate start) {
        assertThat(ShortMonths.included(rule, start)).isEqualTo(rule);
        assertThat(ShortMonths.without(rule)).isEqualTo(rule);
    }
}
