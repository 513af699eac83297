package com.taskmaster.benchmark;

import com.taskmaster.local.Pair;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The scenarios of the Tasks API, and the two limits with which they are compared. */
final class ApiMeasurements {

    private static final int USERS = 50;
    private static final int FAR = 1_000;
    private static final int WARM_UP_SECONDS = 45;

    private final Target api;
    private final Tokens tokens;
    private final Dataset dataset;
    private final Path data;
    private final List<String> users =
            IntStream.range(3, 3 + USERS).mapToObj(i -> "user-" + i).toList();

    ApiMeasurements(Pair pair, Tokens tokens, Dataset dataset, Path data) {
        this.api = Target.tasksApi(pair);
        this.tokens = tokens;
        this.dataset = dataset;
        this.data = data;
    }

    void run() throws IOException {
        var warmUp = ofEach(user -> List.of(Request.get("/tasks", tokens.of(user))));
        Load.full("warm-up", warmUp, data).warmUp(api, WARM_UP_SECONDS);
        System.out.printf("%n  %s%n", Result.HEADER);

        var bare = new PgBench(dataset, users, data).run();
        var list = measure("GET /tasks, 50 of a page", warmUp);
        measure("GET /tasks of who has 50", List.of(Request.get("/tasks", tokens.of(Dataset.SMALLEST))));
        var largest = tokens.of(Dataset.LARGEST);
        measure("GET /tasks of who has 100,000", List.of(Request.get("/tasks", largest)));
        measure("the same, page %,d".formatted(FAR), List.of(Request.get(far(largest), largest)));
        measure("GET /tasks?q=, search", ofEach(user -> List.of(Request.get("/tasks?q=task+more", tokens.of(user)))));
        measure("the same of who has 100,000", List.of(Request.get("/tasks?q=task+more", largest)));
        measure("GET /tasks/{id}", ofEach(this::reads));
        measure("PATCH /tasks/{id}", ofEach(this::patches));
        measure(
                "POST /tasks",
                ofEach(user -> List.of(Request.post("/tasks", tokens.of(user), "{\"title\": \"Water the plants\"}"))));
        measure("GET /q/health/live, the HTTP limit", List.of(Request.get("/q/health/live", "none")));

        System.out.printf(
                Locale.ROOT,
                "%n  The list reaches %.0f %% of what the bare query reaches through pgbench (goal: 50 %%).%n%n",
                100 * list.perSecond() / bare.perSecond());
    }

    private Result measure(String name, List<Request> requests) throws IOException {
        return Load.full(name, requests, data).measure(api);
    }

    private List<Request> ofEach(Function<String, List<Request>> requests) {
        return users.stream().flatMap(user -> requests.apply(user).stream()).toList();
    }

    private List<Request> reads(String user) {
        var token = tokens.of(user);
        return dataset.tasksOf(user, 20).stream()
                .map(id -> Request.get("/tasks/" + id, token))
                .toList();
    }

    private List<Request> patches(String user) {
        var token = tokens.of(user);
        var requests = new ArrayList<Request>();
        for (var id : dataset.tasksOf(user, 20)) {
            for (var priority : List.of("low", "high")) {
                requests.add(Request.patch("/tasks/" + id, token, "{\"priority\": \"" + priority + "\"}"));
            }
        }
        return requests;
    }

    /** Follows the links to a page far down the list, like any client. */
    private String far(String token) throws IOException {
        var client = HttpClient.newHttpClient();
        var page = "/tasks";
        for (var number = 1; number < FAR; number++) {
            page = next(client, page, token);
        }
        return page;
    }

    private String next(HttpClient client, String page, String token) throws IOException {
        var request = HttpRequest.newBuilder(api.address().resolve(page))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Link")
                    .orElseThrow(() -> new IllegalStateException(
                            "There are too few open tasks: the database was filled by an older version; delete "
                                    + data))
                    .replaceAll("<(.*)>.*", "$1");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
