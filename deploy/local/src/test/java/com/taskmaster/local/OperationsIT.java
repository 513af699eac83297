package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import com.taskmaster.backing.Spans;
import com.taskmaster.backing.Spans.Kind;
import com.taskmaster.backing.Spans.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The running pair as operators see it. */
class OperationsIT extends Journey {

    @Test
    @DisplayName("A18 one trace id runs through the logs of both services")
    void carriesTheTraceFromTheWebAppToTheApi() {
        signIn(page, "alice");
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = page.context()
                .request()
                .get(
                        pair.webapp() + "/tasks",
                        RequestOptions.create().setHeader("traceparent", "00-" + traceId + "-00f067aa0ba902b7-00"));

        assertThat(answer.status()).isEqualTo(200);
        page.waitForCondition(() -> log("webapp-service").contains("trace=" + traceId + " GET /tasks 200")
                && log("tasks-api-service").contains("trace=" + traceId + " GET /tasks 200"));
    }

    @Test
    @DisplayName(
            "A18 in a trace, the Tasks API's span is a child of the web app's request to it, and that one of the browser's request")
    void namesTheRequestOfTheWebAppAsTheParentOfWhatTheApiDid(Spans spans) {
        signIn(page, "alice");
        var traceId = "4bf92f3577b34da60000000000000001";
        var caller = "00f067aa0ba902b7";

        page.context()
                .request()
                .get(
                        pair.webapp() + "/tasks",
                        RequestOptions.create().setHeader("traceparent", "00-" + traceId + "-" + caller + "-00"));

        page.waitForCondition(() -> parents(Kind.SERVER, spans.of(traceId)).contains(caller));
        page.waitForCondition(() -> {
            var recorded = spans.of(traceId);
            return recorded.stream()
                    .filter(span -> span.kind() == Kind.CLIENT)
                    .anyMatch(span -> parents(Kind.SERVER, recorded).contains(span.id()));
        });
    }

    @Test
    @DisplayName("A18 the log says why a request's token was rejected")
    void saysInTheLogWhyATokenIsRefused() {
        var traceId = "0af7651916cd43dd8448eb211c80319c";

        var answer = page.context()
                .request()
                .get(
                        pair.tasksApi() + "/tasks",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer not-a-token")
                                .setHeader("traceparent", "00-" + traceId + "-00f067aa0ba902b7-00"));

        assertThat(answer.status()).isEqualTo(401);
        page.waitForCondition(() -> log("tasks-api-service")
                .contains("trace=" + traceId + " Refused an access token: The access token is not accepted"));
    }

    @Test
    @DisplayName("W06 no token, code or secret is in the logs")
    void keepsSecretsOutOfTheLogs() {
        signIn(page, "alice");
        addTask(page, "Something to log");
        signOut(page);

        assertThat(List.of(log("webapp-service"), log("tasks-api-service"))).allSatisfy(log -> assertThat(log)
                .contains(" GET /tasks 200")
                .doesNotContain("code=")
                .doesNotContain("taskmaster-webapp-demo-secret")
                .doesNotContain("Bearer ey")
                .doesNotContainPattern("eyJ[\\w-]{20}"));
    }

    @Test
    void answersLivenessReadinessAndMetrics() {
        for (var service : List.of(pair.webapp(), pair.tasksApi())) {
            var ready = get(service + "/q/health/ready");
            assertThat(ready)
                    .contains("\"OpenID provider\"")
                    .contains("Database")
                    .contains("\"UP\"");
            assertThat(get(service + "/q/health/live")).contains("\"UP\"");
            assertThat(get(service + "/q/metrics"))
                    .contains("http_server_requests_seconds_count")
                    .containsPattern("http_server_requests_seconds_bucket\\{.*le=\"0\\.25\".*} \\d");
        }
    }

    @Test
    @DisplayName("W23 every response of the web app has the security headers, including errors and static files")
    void protectsEveryAnswer() {
        signIn(page, "alice");
        for (var path : List.of("/", "/tasks", "/no-such-page", "/assets/app.css", "/login/failed")) {
            var headers = page.context().request().get(pair.webapp() + path).headers();

            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .as(path)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsKeys(
                            "referrer-policy",
                            "cross-origin-opener-policy",
                            "cross-origin-resource-policy",
                            "permissions-policy");
        }
        assertThat(page.context().request().get(pair.webapp() + "/tasks").headers())
                .containsEntry("cache-control", "no-store");
    }

    private static List<String> parents(Kind kind, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(Span::parent)
                .toList();
    }

    private String get(String address) {
        var answer = page.context().request().get(address);
        assertThat(answer).isOK();
        return answer.text();
    }

    private String log(String service) {
        try {
            return Files.readString(pair.log(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
