package com.taskmaster.tasks.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.tasks.Memory;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(
            name = "A13 a body has the fingerprint of its text, by which it is known after an upgrade: {index}")
    @ValueSource(strings = {"Water the plants", "Grüße 🌱", "\ud83c", "\udf31\ud83c"})
    void isThatOfTheText(String word) throws JsonProcessingException {
        for (var times : new int[] {1, 7_777, 7_778}) {
            var body = Map.of("title", word.repeat(times));

            assertThat(new Fingerprint().add(JSON, body).hex())
                    .isEqualTo(
                            new Fingerprint().add(JSON.writeValueAsString(body)).hex());
        }
    }

    @Test
    @DisplayName("A17 a large body is compared without a copy of it")
    void holdsNoText() {
        var body = Collections.nCopies(16, "x".repeat(1 << 20));

        assertThat(Memory.allocatedBy(() -> new Fingerprint().add(JSON, body).hex()))
                .isLessThan(8 << 20);
    }
}
