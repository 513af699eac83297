package com.taskmaster.webapp.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguagesTest {

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "de",
                "*",
                "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5",
                "de-DE,de;q=0.9,en-GB;q=0.8,en-US;q=0.7,en;q=0.6,fr-FR;q=0.5,fr;q=0.4,it;q=0.3,nl;q=0.2,pl;q=0.1"
            })
    void areReadAsBrowsersSendThem(String header) {
        assertThat(AcceptedLanguages.isReadable(header)).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", ",", "de,,en", "de;q=2", "de_DE", ";;q=;,"})
    void areNotReadWhereTheyAreNone(String header) {
        assertThat(AcceptedLanguages.isReadable(header)).isFalse();
    }

    @Test
    void areNotReadWhereNobodySpeaksAsMany() {
        assertThat(AcceptedLanguages.isReadable("a".concat(",a".repeat(200)))).isTrue();
        assertThat(AcceptedLanguages.isReadable("a".concat(",a".repeat(250)))).isFalse();
    }
}
