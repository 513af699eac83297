package com.taskmaster.tasks.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutageProfileTest.WithADatabaseOfItsOwn.class)
class DatabaseOutageProfileTest {

    private static final int WRITERS = 4;
    private static final Duration OUTAGE_IS_OVER = Duration.ofSeconds(30);

    public static class WithADatabaseOfItsOwn implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestIssuerResource.class),
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
    URI tasks;

    @ConfigProperty(name = "taskmaster.access-token.issuer")
    String issuerName;

    @Test
    @DisplayName("A19 the database gone: 503 with Retry-After, readiness down, and recovery by itself")
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
                .body("type", endsWith(":database-unavailable"));
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
    @DisplayName("A19 stopped and started again during writes: every acknowledged write is there, none twice")
    void losesNoAcknowledgedWriteAndDoublesNone() {
        var token = token("alice-" + UUID.randomUUID());
        var enough = new AtomicBoolean();
        var failures = new AtomicBoolean();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer ->
                        CompletableFuture.supplyAsync(() -> write(token, "writer " + writer, enough, failures)))
                .toList();
        await().until(() -> titles(token).size() > WRITERS * 5);

        database.stopServer();
        await().untilTrue(failures);
        database.startServer();
        var before = titlesOnceThere(token).size();
        await().atMost(OUTAGE_IS_OVER).until(() -> titles(token).size() > before + WRITERS * 5);
        enough.set(true);

        var acknowledged =
                writers.stream().flatMap(writer -> writer.join().stream()).toList();
        assertThat(titles(token)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    @DisplayName("A19 an export that breaks off does not look whole")
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
            socket.connect(new InetSocketAddress(tasks.getHost(), tasks.getPort()));
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

    /** The last of what comes before the connection is closed, or reset. */
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

    /** Writes one after the other; each is sent again with its key until it is acknowledged. */
    private List<String> write(String token, String writer, AtomicBoolean enough, AtomicBoolean failures) {
        var acknowledged = new ArrayList<String>();
        while (!enough.get()) {
            var title = writer + ": " + acknowledged.size();
            var key = UUID.randomUUID().toString();
            await().atMost(OUTAGE_IS_OVER).until(() -> {
                var status = post(token, key, title).statusCode();
                if (status != 201) {
                    failures.set(true);
                }
                return status == 201;
            });
            acknowledged.add(title);
        }
        return acknowledged;
    }

    private Response post(String token, String key, String title) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("title", title))
                .post("/tasks");
    }

    private List<String> titlesOnceThere(String token) {
        await().atMost(OUTAGE_IS_OVER).until(() -> as(token).get("/tasks").statusCode() == 200);
        return titles(token);
    }

    private List<String> titles(String token) {
        var titles = new ArrayList<String>();
        for (var page = "/tasks?limit=200"; page != null; ) {
            var answer = as(token).get(page).then().statusCode(200).extract().response();
            titles.addAll(answer.path("title"));
            page = answer.header("Link") == null ? null : answer.header("Link").replaceAll("<(.*)>.*", "$1");
        }
        return titles;
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
