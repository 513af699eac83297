package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logs of the packaged services as operators see them, optionally as JSON. */
@WithPair
class JsonLogsIT {

    private static final Map<String, String> JSON = Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    @Test
    @DisplayName("A18 every line is a JSON object, with the trace id and the fields of an audit event")
    void writesJsonWhereItIsSwitchedOn(Pair pair) {
        try (var webapp = WebAppInstance.start("webapp-json", pair, JSON)) {
            webapp.status("/logout/frontchannel");

            var refused = only(webapp, line -> line.path("loggerName").asText().equals("audit"));
            assertThat(refused.at("/mdc/event").asText()).isEqualTo("front_channel_logout_refused");
            assertThat(refused.at("/mdc/subject").asText()).isEqualTo("-");
            var request = only(webapp, line -> line.path("message").asText().startsWith("GET /logout/frontchannel "));
            assertThat(request.at("/mdc/traceId").asText())
                    .matches("[0-9a-f]{32}")
                    .isEqualTo(refused.at("/mdc/traceId").asText());
        }
    }

    @Test
    void writesJsonOfTheTasksApi(Pair pair) {
        try (var tasksApi = TasksApiInstance.start("tasks-api-json", pair, JSON)) {
            assertThat(tasksApi.status("/tasks")).isEqualTo(401);

            var request = only(tasksApi, line -> line.path("message").asText().startsWith("GET /tasks 401"));
            assertThat(request.at("/mdc/traceId").asText()).matches("[0-9a-f]{32}");
            assertThat(request.path("level").asText()).isEqualTo("INFO");
        }
    }

    @ParameterizedTest(name = "W06 a rejected token is logged without the token or its claims, as JSON: {0}")
    @ValueSource(strings = {"true", "false"})
    void quotesNoTokenThatItRefuses(String json, Pair pair) {
        var alice = new Visitor(pair.webapp());
        alice.signIn("alice");
        var settings = Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", json, "QUARKUS_OIDC_CLIENT_ID", "another-client");
        try (var webapp = WebAppInstance.start("webapp-refusing-" + json, pair, settings)) {
            assertThat(alice.isSignedInAt(webapp)).isFalse();

            assertThat(webapp.logged())
                    .contains("verification has failed", "rejected due to invalid claims")
                    .doesNotContain("eyJ", "claims->", "alice");
        }
    }

    private static JsonNode only(Instance instance, Predicate<JsonNode> which) {
        var matching = lines(instance).stream().filter(which).toList();
        assertThat(matching).hasSize(1);
        return matching.get(0);
    }

    private static List<JsonNode> lines(Instance instance) {
        return instance.logged().lines().map(JsonLogsIT::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
