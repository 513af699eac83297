package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest(name = "W22 {0} stays on this origin")
    @ValueSource(strings = {"/", "/tasks", "/tasks?view=today", "/tasks/a%20b#c", "/login/failed?error=x%2F%2Fy"})
    void keepsPathsOfThisOrigin(String path) {
        assertThat(ReturnPath.of(path).uri()).hasToString(path);
    }

    @ParameterizedTest(name = "W22 {0} is refused")
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "https://evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "tasks",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nLocation: https://evil.example",
                "/\u0000",
                " /tasks",
                "/%zz"
            })
    void refusesEverythingElse(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.TASKS);
    }
}
