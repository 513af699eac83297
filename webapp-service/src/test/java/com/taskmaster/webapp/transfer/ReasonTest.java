package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void knowsTheWordsOfTheTasksApiAndNoOthers() {
        assertThat(Reason.of("must not be blank")).isEqualTo(Reason.BLANK);
        assertThat(Reason.of("has 3 cells where the header has 12")).isEqualTo(Reason.OTHER_COLUMNS);
        assertThat(Reason.of("size must be between 0 and 500")).isEqualTo(Reason.TITLE_TOO_LONG);
        assertThat(Reason.of("is something new")).isNull();
    }
}
