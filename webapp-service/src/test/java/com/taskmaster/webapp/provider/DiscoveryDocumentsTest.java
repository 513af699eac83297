package com.taskmaster.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.CapturedLog;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryDocumentsTest {

    private static final String TENANT = "https://login.example/" + TestProvider.TENANT;

    @ParameterizedTest(
            name = "W05 in production a discovery document whose {0} has plain http is rejected, and the log says so")
    @ValueSource(
            strings = {
                "authorization_endpoint",
                "token_endpoint",
                "jwks_uri",
                "end_session_endpoint",
                "revocation_endpoint"
            })
    void rejectsUnprotectedEndpoints(String endpoint) {
        try (var log = new CapturedLog(DiscoveryDocuments.class.getName())) {
            assertThat(rejected(endpoint, "http://login.example/endpoint", LaunchMode.NORMAL))
                    .contains(endpoint);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("http://login.example/endpoint as its " + endpoint, "https");
        }
    }

    @ParameterizedTest(name = "W05 the token endpoint {0} is rejected: {1}")
    @CsvSource({
        "https://login.example/token, false",
        "HTTPS://login.example/token, false",
        "http://localhost:8180/token, false",
        "http://127.0.0.1:8180/token, false",
        "http://[::1]:8180/token, false",
        "http://localhost.example/token, true",
        "http://127.0.0.1.example/token, true",
        "http://user@login.example/token, true",
        "//login.example/token, true",
        "/token, true",
        "'http://login example/token', true"
    })
    void rejectsWhatIsNeitherProtectedNorOnThisMachine(String endpoint, boolean rejected) {
        assertThat(rejected("token_endpoint", endpoint, LaunchMode.NORMAL).isPresent())
                .isEqualTo(rejected);
    }

    @Test
    @DisplayName("W05 a discovery document without optional endpoints is accepted")
    void acceptsADocumentWithoutOptionalEndpoints() {
        var metadata = new JsonObject(
                new DiscoveryDocument(TENANT, Set.of(), Set.of("end_session_endpoint")).metadata(TENANT));

        assertThat(documents(LaunchMode.NORMAL).accept(metadata)).isTrue();
    }

    @ParameterizedTest(name = "in mode {0} endpoints may have plain http, as the containers of tests do")
    @ValueSource(strings = {"TEST", "DEVELOPMENT"})
    void acceptsPlainHttpElsewhere(LaunchMode mode) {
        assertThat(rejected("token_endpoint", "http://login.example/token", mode))
                .isEmpty();
    }

    private static Optional<String> rejected(String endpoint, String address, LaunchMode mode) {
        var metadata =
                new JsonObject(new DiscoveryDocument(TENANT, Set.of("revocation_endpoint"), Set.of()).metadata(TENANT));
        var documents = documents(mode);
        documents.accept(metadata.put(endpoint, address));
        return documents.rejectedMetadata();
    }

    private static DiscoveryDocuments documents(LaunchMode mode) {
        return new DiscoveryDocuments(TENANT, Optional.empty(), mode);
    }
}
