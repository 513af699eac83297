package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void knowsTheWordsOfTheTasksApiAndNoOthers() {
        assertThat(Reason.of("must not be blank")).isEqualTo(Reason.BLANK);
        assertThat(Reason.of("is something new")).isNull();
    }
}
