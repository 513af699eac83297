package com.taskmaster.webapp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A simulated Tasks API with one task, which records its requests and fails as the test determines. */
public final class PlayedTasksApi {

    public static final String TASK = "01a1fdcf-af66-7d51-992e-9964968758fe";
    public static final String TITLE = "Water the plants";

    private static final String INBOX = "01a1fdcf-af66-7d51-992e-000000000000";

    public record Request(String method, String address, String authorization, Headers headers, byte[] body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<HttpHandler> failures = new ConcurrentLinkedQueue<>();
    private volatile HttpHandler answer = PlayedTasksApi::work;
    private HttpServer server;

    public PlayedTasksApi() {
        listenOn(0);
    }

    public void work() {
        answer = PlayedTasksApi::work;
        failures.clear();
    }

    /** Handles one request with each of these, and then continues as usual. */
    public void failWith(HttpHandler... next) {
        failures.addAll(List.of(next));
    }

    public void failAlwaysWith(HttpHandler failure) {
        answer = failure;
    }

    public void stopListening() {
        server.stop(0);
    }

    public void listenAgain() {
        listenOn(server.getAddress().getPort());
    }

    public void forgetRequests() {
        requests.clear();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String method, String beginning) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.address().startsWith(beginning))
                .toList();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public static HttpHandler status(int status) {
        return exchange -> answer(exchange, status, "");
    }

    public static HttpHandler json(String body) {
        return exchange -> answer(exchange, 200, body);
    }

    /** @param header the name of a header with this value */
    public static HttpHandler status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            answer(exchange, status, "");
        };
    }

    /** Problem details (RFC 9457) like the Tasks API's, with {@code Retry-After}. */
    public static HttpHandler problem(int status, String type, int retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(retryAfter));
            answer(exchange, status, "application/problem+json", """
                    {"type": "urn:problem-type:taskmaster:%s", "title": "x", "status": %d, "detail": "x", "traceId": "x"}""".formatted(type, status));
        };
    }

    /** Handles only these requests; all others are handled as usual. */
    public static HttpHandler at(String method, String path, HttpHandler handler) {
        return exchange -> {
            var isAsked = exchange.getRequestMethod().equals(method)
                    && exchange.getRequestURI().getPath().equals(path);
            (isAsked ? handler : (HttpHandler) PlayedTasksApi::work).handle(exchange);
        };
    }

    /** Accepts the request, and closes the connection without a response. */
    public static HttpHandler hangUp() {
        return HttpExchange::close;
    }

    /** Accepts the request, and never responds. */
    public static HttpHandler silence() {
        return exchange -> {};
    }

    /** Takes the request, and answers it then. */
    public static HttpHandler answeredAfter(CountDownLatch then) {
        return exchange -> {
            try {
                then.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            work(exchange);
        };
    }

    /** Responds once this many requests are pending at the same time; fails if they are not within five seconds. */
    public static HttpHandler together(int requests) {
        var all = new CyclicBarrier(requests);
        return exchange -> {
            try {
                all.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IOException(e);
            }
            work(exchange);
        };
    }

    private void listenOn(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(runnable -> new Thread(runnable).start());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders(),
                body));
        var failure = failures.poll();
        (failure == null ? answer : failure).handle(exchange);
    }

    private static void work(HttpExchange exchange) throws IOException {
        var address = exchange.getRequestURI().toString();
        var task = """
                {"id": "%s", "title": "%s", "list": "%s", "priority": "none", "tags": [], "checklist": [], "position": 0,
                 "completed": false, "version": 0}""".formatted(TASK, TITLE, INBOX);
        if (address.startsWith("/tasks/summary")) {
            answer(exchange, 200, """
                    {"open": 1, "completed": 0, "tags": [],
                     "lists": [{"list": "%s", "name": "Inbox", "inbox": true, "position": 0, "version": 0, "open": 1}]}""".formatted(INBOX));
        } else if (address.contains("status=open")) {
            answer(exchange, 200, "[" + task + "]");
        } else if (address.contains("status=completed")) {
            answer(exchange, 200, "[]");
        } else {
            answer(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, task);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json);
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
