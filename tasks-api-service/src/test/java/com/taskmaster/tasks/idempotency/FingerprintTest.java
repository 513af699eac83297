package com.taskmaster.tasks.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static final JsonFactory JSON = new JsonFactory();

    @Test
    @DisplayName("A13 a body has the same fingerprint after an upgrade, however the new release reads it")
    void staysTheSame() throws IOException {
        assertThat(fingerprint("{\"title\": \"Water the plants\", \"tags\": [\"home\"], \"list\": null}"))
                .isEqualTo("13b7ce39fbe17536510aeb3847dee6bb074fde76ba41939ec91be11afddb1d0d");
    }

    @ParameterizedTest(name = "A13 {0} and {1} are the same")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"a\",\"notes\":\"b\"} | { \"notes\" : \"b\", \"title\" : \"a\" }",
                "[{\"a\":{\"b\":1,\"c\":2}}] | [{\"a\":{\"c\":2,\"b\":1}}]",
                "\"Gr\u00fc\u00dfe\" | \"Gr\\u00fc\\u00dfe\""
            })
    void knowsTheSameAgain(String one, String other) throws IOException {
        assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
    }

    @ParameterizedTest(name = "A13 {0} and {1} are not the same")
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2] | [2,1]",
                "[1,[2]] | [[1],2]",
                "[\"ab\"] | [\"a\",\"b\"]",
                "{\"a\":\"b\"} | {\"b\":\"a\"}",
                "{\"a\":1} | [\"a\",1]",
                "{\"a\":1} | {\"a\":\"1\"}",
                "{\"a\":null} | {}",
                "true | \"true\""
            })
    void tellsApart(String one, String other) throws IOException {
        assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
    }

    private static String fingerprint(String body) throws IOException {
        try (var json = JSON.createParser(body)) {
            return new Fingerprint().add(json).hex();
        }
    }
}
