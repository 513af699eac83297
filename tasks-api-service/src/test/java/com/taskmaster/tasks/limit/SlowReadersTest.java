package com.taskmaster.tasks.limit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class SlowReadersTest {

    /** More than the operating systems on both sides buffer of a response that nobody reads. */
    private static final int LARGE = 600;

    @TestHTTPResource("/tasks/export")
    URI export;

    @ConfigProperty(name = "taskmaster.rate-limit.at-once")
    int most;

    @ConfigProperty(name = "quarkus.thread-pool.max-threads")
    int threads;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();
    private final List<Socket> readers = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var reader : readers) {
            reader.close();
        }
    }

    @Test
    @DisplayName("A17 a user who reads many responses slowly, or not at all, does not block other users, and gets 429")
    void slowReadersHoldUpNobody() throws IOException {
        alice.request()
                .contentType("application/json")
                .body(Stream.generate(() -> Map.of("title", "Large", "notes", "x".repeat(20_000)))
                        .limit(LARGE)
                        .toList())
                .post("/tasks/import")
                .then()
                .statusCode(200);

        for (var i = 0; i < threads; i++) {
            askWithoutReading();
        }

        await().untilAsserted(() ->
                alice.get("/me").statusCode(429).header("Retry-After", "1").body("type", endsWith(":rate-limited")));
        for (var i = 0; i < most; i++) {
            bob.get("/tasks").statusCode(200).body("", hasSize(0));
        }
        hangUp();
        await().untilAsserted(() -> alice.get("/me").statusCode(200));
    }

    private void askWithoutReading() throws IOException {
        var reader = new Socket();
        readers.add(reader);
        reader.setReceiveBufferSize(4096);
        reader.connect(new InetSocketAddress(export.getHost(), export.getPort()));
        reader.getOutputStream()
                .write(("GET " + export.getPath() + " HTTP/1.1\r\nHost: " + export.getAuthority()
                                + "\r\nAuthorization: " + alice.authorization() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
