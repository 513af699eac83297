package com.taskmaster.webapp.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Tasks API without tasks, which records the access tokens that it receives, and rejects new tasks. */
public final class TestTasksApi {

    private static final Answer WRITE_IS_NEEDED = new Answer(
            403,
            Map.of(
                    "WWW-Authenticate",
                    "Bearer error=\"insufficient_scope\", scope=\"" + TestProvider.SCOPE_PREFIX + "tasks.write\""),
            "");

    private final HttpServer server;
    private volatile Optional<Answer> challenge = Optional.empty();
    private final List<String> accessTokens = new CopyOnWriteArrayList<>();

    TestTasksApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/tasks", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                WRITE_IS_NEEDED.send(exchange);
            } else {
                answer(exchange, "[]");
            }
        });
        server.createContext("/tasks/summary", exchange -> answer(exchange, """
                {"open": 0, "completed": 0, "lists": [], "tags": []}"""));
        server.start();
    }

    /** Rejects each request to read tasks, until {@link #work()}. */
    public void challenge(String parameters) {
        challenge = Optional.of(new Answer(401, Map.of("WWW-Authenticate", "Bearer " + parameters), ""));
    }

    public void work() {
        challenge = Optional.empty();
    }

    public List<String> accessTokens() {
        return accessTokens;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        var request = ReceivedRequest.of(exchange);
        request.authorization()
                .filter(authorization -> authorization.startsWith("Bearer "))
                .ifPresent(authorization -> accessTokens.add(authorization.substring("Bearer ".length())));
        challenge.orElseGet(() -> Answer.json(200, json)).send(exchange);
    }
}
