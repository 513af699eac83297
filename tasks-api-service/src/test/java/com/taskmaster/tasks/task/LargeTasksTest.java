package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks of the maximum size, 280 kB: requests and responses with many of them are also limited in bytes. */
@QuarkusTest
@WithBackingProcesses
class LargeTasksTest {

    private static final String LONG = "🌱".repeat(20_000);
    private static final List<Map<String, String>> STEPS = Collections.nCopies(100, Map.of("text", "🌱".repeat(500)));

    /** The number with which a page exceeds 1 MiB. */
    private static final int OF_A_PAGE = 4;

    private final TasksApi alice = TasksApi.somebodyNew();

    @Test
    @DisplayName("A17 large tasks are returned in short pages, each task once, in any sort order")
    void pagesAreShort() {
        create(9);
        alice.create(Map.of("title", "a small one, large in its words", "tags", List.of("large")));

        assertThat(List.of("sort=-position", "sort=due", "sort=-title", "q=large", "tag=large&sort=title"))
                .allSatisfy(query -> {
                    var pages = pages("/tasks?limit=200&" + query, "id");

                    assertThat(pages).hasSizeBetween(3, 4).allSatisfy(page -> assertThat(page)
                            .hasSizeLessThanOrEqualTo(OF_A_PAGE + 1));
                    assertThat(all(pages))
                            .hasSize(10)
                            .containsExactlyElementsOf(all(pages("/tasks?limit=1&" + query, "id")));
                });
    }

    @ParameterizedTest(name = "A17 a list contains texts of {0} bytes completely, at any position")
    @ValueSource(ints = {2_621, 2_622, 20_000})
    void longTextsAreWhole(int bytes) {
        var notes = "n".repeat(bytes);
        var steps = List.of(Map.of("text", "s".repeat(500), "done", false));
        alice.create(Map.of("title", "long notes", "notes", notes));
        alice.create(Map.of("title", "a checklist", "checklist", Collections.nCopies(bytes / 530, steps.get(0))));
        alice.create(Map.of("title", "short ones", "notes", "short", "checklist", steps));

        alice.get("/tasks?sort=-created")
                .body("title", is(List.of("long notes", "a checklist", "short ones")))
                .body("notes", is(Arrays.asList(notes, null, "short")))
                .body("checklist", is(List.of(List.of(), Collections.nCopies(bytes / 530, steps.get(0)), steps)));
    }

    @Test
    @DisplayName("A17 the history of a large task is returned in short pages, each change once")
    void historyIsShort() {
        var id = alice.create("0");
        for (var i = 1; i < 6; i++) {
            alice.change(
                    id,
                    Map.of(
                            "title",
                            "" + i,
                            "notes",
                            i + LONG.substring(2),
                            "checklist",
                            i % 2 == 0 ? List.of() : STEPS));
        }

        var pages = pages(
                "/tasks/" + id + "/history?limit=200",
                "collect { change -> change.fields.find { it.field == 'title' }.to }");

        assertThat(pages).hasSizeBetween(2, 3);
        assertThat(all(pages)).containsExactly("5", "4", "3", "2", "1", "0");
    }

    @Test
    @DisplayName("A17 an export of large tasks is complete")
    void exportIsWhole() {
        var ids = create(9);

        alice.request()
                .accept(ContentType.JSON)
                .get("/tasks/export")
                .then()
                .statusCode(200)
                .body("title", hasSize(ids.size()));
    }

    @Test
    @DisplayName("A17 a bulk request whose tasks exceed the memory limit is refused, and changes nothing")
    void bulkIsRefused() {
        var ids = create(31);

        changeAll(ids)
                .statusCode(400)
                .body("errors.field", contains("operations"))
                .body("errors.message", contains(containsString("8 MiB")));
        alice.get("/tasks?limit=1").body("priority", everyItem(is("none")));
        changeAll(ids.subList(0, 29)).statusCode(200).body("results.status", everyItem(is(200)));
    }

    @Test
    @DisplayName(
            "A17 a bulk request that reopens or completes tasks is rejected if their next occurrences exceed the limit")
    void bulkIsRefusedForWhatFollows() {
        var repeating =
                Map.of("title", "small", "due", Map.of("date", "2026-12-01"), "repeat", Map.of("rule", "FREQ=DAILY"));
        var ids = Stream.generate(() -> alice.create(repeating)).limit(31).toList();
        ids.forEach(id -> {
            var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
            alice.change(next, Map.of("notes", LONG, "checklist", STEPS));
        });

        changeAll(ids, Map.of("completed", false))
                .statusCode(400)
                .body("errors.message", contains(containsString("8 MiB")));
        changeAll(ids, Map.of("completed", true)).statusCode(200);
        changeAll(ids.subList(0, 29), Map.of("completed", false)).statusCode(200);
        changeAll(ids.subList(29, 31), Map.of("completed", false)).statusCode(200);
        changeAll(ids, Map.of("completed", true))
                .statusCode(400)
                .body("errors.message", contains(containsString("8 MiB")));
        changeAll(ids.subList(0, 29), Map.of("completed", true)).statusCode(200);
    }

    private ValidatableResponse changeAll(List<String> ids) {
        return changeAll(ids, Map.of("priority", "high"));
    }

    private ValidatableResponse changeAll(List<String> ids, Map<String, Object> changes) {
        var operations = ids.stream()
                .map(id -> Map.of("op", "change", "id", id, "changes", changes))
                .toList();
        return alice.post("/tasks/bulk", Map.of("operations", operations)).then();
    }

    private List<String> create(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> alice.create(
                        Map.of("title", "large " + i, "notes", LONG, "checklist", STEPS, "tags", List.of("large"))))
                .toList();
    }

    private static List<String> all(List<List<String>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }

    private List<List<String>> pages(String firstPage, String field) {
        var pages = new ArrayList<List<String>>();
        for (var page = firstPage; page != null; ) {
            var answer = alice.get(page).statusCode(200).extract();
            pages.add(answer.path(field));
            var link = answer.header("Link");
            page = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return pages;
    }
}
