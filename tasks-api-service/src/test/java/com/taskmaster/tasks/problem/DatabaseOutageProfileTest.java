package com.taskmaster.tasks.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.backing.DatabaseOfItsOwn;
import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestIssuerResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(DatabaseOutageProfileTest.WithADatabaseOfItsOwn.class)
class DatabaseOutageProfileTest {

    private static final int WRITERS = 4;
    private static final Duration OUTAGE_IS_OVER = Duration.ofSeconds(30);

    /** {@code quarkus.datasource.jdbc.foreground-validation-interval}. */
    private static final Duration CONNECTIONS_ARE_LOOKED_AT = Duration.ofSeconds(1);

    public static class WithADatabaseOfItsOwn implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestIssuerResource.class, TestIssuerResource.BY_TLS),
                    new TestResourceEntry(DatabaseOfItsOwn.class, Map.of("database", "tasks")));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("taskmaster.rate-limit.enabled", "false");
        }
    }

    TestIssuer issuer;
    DatabaseOfItsOwn database;

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "taskmaster.access-token.issuer")
    String issuerName;

    @Test
    @DisplayName("A19 a database outage: 503 with Retry-After, not ready, and automatic recovery")
    void tellsOfTheOutageAndRecovers() {
        var token = token("alice-" + UUID.randomUUID());
        as(token).get("/tasks").then().statusCode(200);

        database.stopServer();
        as(token)
                .get("/tasks")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .contentType("application/problem+json")
                .body("type", endsWith(":database-unavailable"))
                .body("detail", equalTo("Tasks cannot be read or changed at the moment"))
                .body("keySet()", containsInAnyOrder("type", "title", "status", "detail", "traceId"));
        as(token)
                .contentType("application/json")
                .body("{\"title\": \"x\"}")
                .post("/tasks")
                .then()
                .statusCode(503);
        as(token("somebody new")).get("/tasks").then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        database.startServer();
        await().atMost(OUTAGE_IS_OVER)
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        as(token).get("/tasks").then().statusCode(200);
    }

    @Test
    @DisplayName("A19 the database's machine gone without closing its connections: also 503, and recovery by itself")
    void tellsOfADatabaseThatHasFallenSilent() {
        var token = token("alice-" + UUID.randomUUID());
        as(token).get("/tasks").then().statusCode(200);
        await("connections have rested").pollDelay(CONNECTIONS_ARE_LOOKED_AT).until(() -> true);

        database.fallSilent();
        try {
            for (var path : List.of("/tasks", "/q/health/ready")) {
                assertThat(CompletableFuture.supplyAsync(
                                () -> as(token).get(path).statusCode()))
                        .as(path)
                        .succeedsWithin(OUTAGE_IS_OVER)
                        .isEqualTo(503);
            }
        } finally {
            database.answerAgain();
        }

        await().atMost(OUTAGE_IS_OVER)
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        as(token).get("/tasks").then().statusCode(200);
    }

    /** The ways in which a database stops. */
    private enum End {
        STOPPED(DatabaseOfItsOwn::stopServer),
        KILLED(DatabaseOfItsOwn::killServer);

        private final Consumer<DatabaseOfItsOwn> of;

        End(Consumer<DatabaseOfItsOwn> of) {
            this.of = of;
        }
    }

    @ParameterizedTest(name = "A19 {0} and restarted during writes: every acknowledged write is there, once")
    @EnumSource
    void losesNoAcknowledgedWriteAndDoublesNone(End end) {
        var token = token("alice-" + UUID.randomUUID());
        var enough = new AtomicBoolean();
        var failures = new AtomicBoolean();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer ->
                        CompletableFuture.supplyAsync(() -> write(token, "writer " + writer, enough, failures)))
                .toList();
        await().until(() -> tasks(token).size() > WRITERS * 5);

        end.of.accept(database);
        await().untilTrue(failures);
        database.startServer();
        var before = tasksOnceThere(token).size();
        await().atMost(OUTAGE_IS_OVER).until(() -> tasks(token).size() > before + WRITERS * 5);
        enough.set(true);

        var acknowledged =
                writers.stream().flatMap(writer -> writer.join().stream()).toList();
        assertThat(tasks(token)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    @DisplayName("A19 an export that is interrupted does not look complete")
    void anExportThatBreaksOffDoesNotLookWhole() throws IOException {
        var token = token("alice-" + UUID.randomUUID());
        as(token)
                .contentType("text/csv")
                .body("title,notes\n" + ("x," + "a".repeat(2_500) + "\n").repeat(2_500))
                .post("/tasks/import")
                .then()
                .statusCode(200);

        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout((int) OUTAGE_IS_OVER.toMillis());
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()));
            socket.getOutputStream()
                    .write(
                            "GET /tasks/export HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/csv\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(token)
                                    .getBytes(StandardCharsets.US_ASCII));
            var begin = new String(socket.getInputStream().readNBytes(4_000), StandardCharsets.US_ASCII);
            assertThat(begin).startsWith("HTTP/1.1 200 ").containsIgnoringCase("transfer-encoding: chunked");

            database.stopServer();

            assertThat(end(socket))
                    .contains("aaaaaaaaaa")
                    .doesNotContain("problem-type")
                    .doesNotEndWith("0\r\n\r\n");
        } finally {
            database.startServer();
            await().atMost(OUTAGE_IS_OVER).until(() -> as(token).get("/tasks").statusCode() == 200);
        }
    }

    /** The last bytes received before the connection is closed or reset. */
    private static String end(Socket socket) throws IOException {
        var buffer = new byte[65_536];
        var end = "";
        try {
            for (int count; (count = socket.getInputStream().read(buffer)) >= 0; ) {
                var more = end + new String(buffer, 0, count, StandardCharsets.US_ASCII);
                end = more.substring(Math.max(0, more.length() - 1_000));
            }
        } catch (SocketException reset) {
            return end;
        }
        return end;
    }

    /** A stored task. */
    private record Kept(String title, String notes, String priority) {}

    /** Creates, patches and bulk-changes tasks; each request is repeated until it is acknowledged. */
    private List<Kept> write(String token, String writer, AtomicBoolean enough, AtomicBoolean failures) {
        var acknowledged = new ArrayList<Kept>();
        for (var i = 0; !enough.get(); i++) {
            var title = writer + ": " + i;
            var id = once(failures, 201, key -> as(token)
                            .contentType("application/json")
                            .header("Idempotency-Key", key)
                            .body(Map.of("title", title))
                            .post("/tasks"))
                    .<String>path("id");
            once(failures, 200, key -> as(token)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(Map.of("notes", "patched"))
                    .patch("/tasks/" + id));
            once(failures, 200, key -> as(token)
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(Map.of(
                            "operations",
                            List.of(
                                    Map.of("op", "change", "id", id, "changes", Map.of("priority", "high")),
                                    Map.of("op", "create", "task", Map.of("title", title + ", too")))))
                    .post("/tasks/bulk"));
            acknowledged.add(new Kept(title, "patched", "high"));
            acknowledged.add(new Kept(title + ", too", null, "none"));
        }
        return acknowledged;
    }

    private static Response once(AtomicBoolean failures, int status, Function<String, Response> request) {
        var key = UUID.randomUUID().toString();
        return await().atMost(OUTAGE_IS_OVER).pollDelay(Duration.ZERO).until(() -> request.apply(key), answer -> {
            if (answer.statusCode() != status) {
                failures.set(true);
            }
            return answer.statusCode() == status;
        });
    }

    private List<Kept> tasksOnceThere(String token) {
        await().atMost(OUTAGE_IS_OVER).until(() -> as(token).get("/tasks").statusCode() == 200);
        return tasks(token);
    }

    private List<Kept> tasks(String token) {
        var tasks = new ArrayList<Kept>();
        for (var page = "/tasks?limit=200"; page != null; ) {
            var answer = as(token).get(page).then().statusCode(200).extract().response();
            answer.jsonPath()
                    .<Map<String, String>>getList("")
                    .forEach(task -> tasks.add(new Kept(task.get("title"), task.get("notes"), task.get("priority"))));
            page = answer.header("Link") == null ? null : answer.header("Link").replaceAll("<(.*)>.*", "$1");
        }
        return tasks;
    }

    private String token(String user) {
        return issuer.sign(Jwt.claims()
                .issuer(issuerName)
                .subject(user)
                .audience("tasks-api")
                .claim("scope", "tasks.read tasks.write")
                .claim("auth_time", Instant.now().getEpochSecond())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300)));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
