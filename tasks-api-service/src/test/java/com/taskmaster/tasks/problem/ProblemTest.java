package com.taskmaster.tasks.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest(name = "{0} bytes are {1}")
    @CsvSource({"524288, 512 KiB", "1047552, 1023 KiB", "1048576, 1 MiB", "16777216, 16 MiB"})
    @DisplayName("A17 the limit of a body is stated in a unit of which it has at least one")
    void tellsTheLimitOfABody(long largest, String limit) {
        assertThat(Problem.tooLarge(largest).detail()).isEqualTo("The body is larger than " + limit);
    }
}
