package com.taskmaster.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy for the Tasks API that forwards everything until told to respond by itself. */
final class TroubledTasksApi implements AutoCloseable {

    /** Hop-by-hop headers (RFC 9110 §7.6.1), and those that the client sets for the next connection. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final URI api;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile HttpHandler behavior = this::passOn;

    TroubledTasksApi(URI api) throws IOException {
        this.api = api;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> behavior.handle(exchange));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void work() {
        behavior = this::passOn;
    }

    void answer(int status, String body) {
        answer(status, "application/json", body);
    }

    /** Responds like the Tasks API if a user's requests block each other, which is not an outage. */
    void tellOfContention() {
        answer(503, "application/problem+json", "{\"type\": \"urn:problem-type:taskmaster:contention\"}");
    }

    /** With {@code Retry-After} of one second. */
    private void answer(int status, String mediaType, String body) {
        behavior = exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.getResponseHeaders().set("Retry-After", "1");
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Reads the request, and closes the connection. */
    void hangUp() {
        behavior = exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.close();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(api.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (isOfTheMessage(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static boolean isOfTheMessage(String header) {
        return !header.startsWith(":") && !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
