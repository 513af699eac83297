package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import com.taskmaster.tasks.http.Cursor;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, search, sort order and pages of {@code GET /tasks}. */
@QuarkusTest
@WithBackingServices
class TaskListTest {

    private static final String AUCKLAND = "Pacific/Auckland";

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();

    private void lists(String query, String... titles) {
        alice.get("/tasks?" + query).statusCode(200).body("title", contains(titles));
    }

    private void finds(String query, String... titles) {
        alice.get("/tasks?" + query).statusCode(200).body("title", containsInAnyOrder(titles));
    }

    private void due(String title, Map<String, ?> due) {
        alice.create(Map.of("title", title, "due", due));
    }

    @Test
    void filtersByDueDateAsTheZoneTellsDays() {
        var today = LocalDate.now(ZoneId.of(AUCKLAND));
        due("yesterday", Map.of("date", today.minusDays(1).toString()));
        due("today", Map.of("date", today.toString()));
        due("today at the last minute", Map.of("date", today.toString(), "time", "23:59:59", "zone", AUCKLAND));
        due("a minute ago", Map.of("date", today.minusDays(1).toString(), "time", "23:59", "zone", AUCKLAND));
        due("tomorrow", Map.of("date", today.plusDays(1).toString()));
        due("tomorrow at once", Map.of("date", today.plusDays(1).toString(), "time", "00:00", "zone", AUCKLAND));
        alice.create("never");

        finds("due=overdue&zone=" + AUCKLAND, "yesterday", "a minute ago");
        finds("due=today&zone=" + AUCKLAND, "today", "today at the last minute");
        finds("due=upcoming&zone=" + AUCKLAND, "tomorrow", "tomorrow at once");
        finds("due=none", "never");
        finds("due.from=" + today + "&due.to=" + today + "&zone=" + AUCKLAND, "today", "today at the last minute");
        finds("due.to=" + today.minusDays(1) + "&zone=" + AUCKLAND, "yesterday", "a minute ago");
        finds("due.from=" + today.plusDays(1) + "&zone=" + AUCKLAND, "tomorrow", "tomorrow at once");
        lists("sort=due&limit=2", "a minute ago", "yesterday");
        alice.get("/tasks/summary?zone=" + AUCKLAND)
                .statusCode(200)
                .body("overdue", equalTo(2))
                .body("today", equalTo(2))
                .body("upcoming", equalTo(2))
                .body("none", equalTo(1))
                .body("open", equalTo(7));
    }

    @Test
    void countsWhatIsCompletedAndWhatIsInTheTrash() {
        alice.create("open");
        Stream.of("done", "done, too")
                .forEach(title -> alice.create(Map.of("title", title, "completed", true, "tags", List.of("home"))));
        Stream.of("gone", "gone, too", "gone as well")
                .forEach(title -> alice.create(Map.of("title", title, "trashed", true)));
        alice.create(Map.of("title", "done and gone", "completed", true, "trashed", true));

        alice.get("/tasks/summary")
                .body("open", equalTo(1))
                .body("completed", equalTo(2))
                .body("trashed", equalTo(4))
                .body("none", equalTo(1))
                .body("lists.open", contains(1))
                .body("tags", empty());
    }

    @Test
    @DisplayName("A17 a search for more tags than a task may have is refused")
    void refusesToLookForMoreTags() {
        var tags = IntStream.range(0, 21).mapToObj("tag=t%d"::formatted).toList();

        alice.get("/tasks?" + String.join("&", tags.subList(0, 20))).statusCode(200);
        alice.get("/tasks?" + String.join("&", tags)).statusCode(400).body("errors.field", contains("tag"));
        alice.get("/tasks?tag=" + "x".repeat(2_100)).statusCode(400).body("errors.field", contains("tag"));
    }

    @Test
    void filtersByListPriorityAndAllOfTheTags() {
        var garden = alice.createList("Garden");
        alice.create(Map.of("title", "both tags", "tags", List.of("home", "it's \\ odd"), "list", garden));
        alice.create(Map.of("title", "one tag", "tags", List.of("home"), "priority", "high"));
        alice.create(Map.of("title", "no tag"));

        finds("list=" + garden, "both tags");
        finds("priority=high", "one tag");
        finds("tag=home", "both tags", "one tag");
        finds("tag=home&tag=it's \\ odd", "both tags");
        finds("tag=home&list=" + garden, "both tags");
        alice.get("/tags").body("tag", contains("home", "it's \\ odd")).body("open", contains(2, 1));
        alice.get("/tasks/summary")
                .body("lists.name", contains("Inbox", "Garden"))
                .body("lists.inbox", contains(true, false))
                .body("lists.position", contains(0.0f, 65_536.0f))
                .body("lists.open", contains(2, 1))
                .body("lists.find { it.name == 'Garden' }.list", equalTo(garden))
                .body("lists.find { it.name == 'Garden' }.version", equalTo(0))
                .body("tags.tag", contains("home", "it's \\ odd"))
                .body("tags.open", contains(2, 1));
    }

    @Test
    @DisplayName("A12 pages continue after any title and tag")
    void pagesLeadOnBehindOddTitlesAndTags() {
        var odd = List.of("Don\u0092t", "caf\u0085", "x\u2028y", "\uFEFFz");
        odd.forEach(text -> alice.create(Map.of("title", text, "tags", List.of(text))));

        assertThat(pages("/tasks?sort=title&limit=1", "title")).containsExactlyInAnyOrderElementsOf(odd);
        assertThat(pages("/tags?limit=1", "tag")).containsExactlyInAnyOrderElementsOf(odd);
        for (var tag : odd) {
            alice.request().queryParam("tag", tag).get("/tasks").then().body("title", contains(tag));
        }
    }

    private List<String> pages(String first, String field) {
        var entries = new ArrayList<String>();
        for (var path = first; path != null; ) {
            var page = alice.get(path).statusCode(200).extract();
            entries.addAll(page.path(field));
            path = page.header("Link") == null ? null : page.header("Link").replaceAll("^<(.*)>.*$", "$1");
        }
        return entries;
    }

    @Test
    @DisplayName("A12 tags are paginated, and the summary has the most used of them")
    void pagesTagsAndSumsUpTheMostUsed() {
        var tags = IntStream.range(0, 220).mapToObj("tag %03d"::formatted).toList();
        for (var from = 0; from < tags.size(); from += 20) {
            alice.create(Map.of("title", "x", "tags", tags.subList(from, from + 20)));
        }
        alice.create(Map.of("title", "x", "tags", List.of("tag 219")));

        assertThat(allPages("/tags?limit=50", "tag")).isEqualTo(tags);
        alice.get("/tags").body("", hasSize(50)).header("Link", containsString("rel=\"next\""));
        alice.get("/tags?limit=200&cursor=" + new Cursor("name", "tag 198", new UUID(0, 0)))
                .body("tag", equalTo(tags.subList(199, 220)))
                .header("Link", nullValue());
        alice.get("/tags?cursor=" + new Cursor("position", "1.0", new UUID(0, 0)))
                .statusCode(400)
                .body("errors.field", contains("cursor"));
        var mostUsed = new ArrayList<>(tags.subList(0, 199));
        mostUsed.add("tag 219");
        alice.get("/tasks/summary").body("tags.tag", equalTo(mostUsed)).body("tags[199].open", equalTo(2));
    }

    @Test
    void searchesTitleNotesTagsAndChecklistByTheBeginningsOfWords() {
        alice.create(Map.of("title", "Water the Geraniums"));
        alice.create(Map.of("title", "in notes", "notes", "the geranium on the left"));
        alice.create(Map.of("title", "in a tag", "tags", List.of("geraniums")));
        alice.create(Map.of("title", "in the checklist", "checklist", List.of(Map.of("text", "Geranium"))));
        alice.create(Map.of("title", "nowhere"));
        TasksApi.somebodyNew().create("Geraniums of somebody else");

        finds("q=GERAN", "Water the Geraniums", "in notes", "in a tag", "in the checklist");
        finds("q=wat geran", "Water the Geraniums");
        alice.create("Write to bob@example.org about the Müller week-end");
        finds("q=bob@exa", "Write to bob@example.org about the Müller week-end");
        finds("q=müll", "Write to bob@example.org about the Müller week-end");
        finds("q=example.org", "Write to bob@example.org about the Müller week-end");
        finds("q=anium");
        alice.request()
                .queryParam("q", "'geran':* & | (")
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("", hasSize(4));
    }

    @Test
    void findsNothingOfAnotherAccountByItsLexeme() {
        alice.create("Water the plants");

        finds("q=account");
        finds("q=1:water");
    }

    @ParameterizedTest(name = "by {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "position | c b a",
                "-position | a b c",
                "title | a b c",
                "-title | c b a",
                "created | c b a",
                "-created | a b c",
                "changed | a c b",
                "-changed | b c a",
                "priority | b c a",
                "-priority | a c b",
                "due | c a b",
                "-due | b a c"
            })
    void sortsAndPages(String sort, String order) {
        var a = alice.create(Map.of("title", "a", "due", Map.of("date", "2026-12-24")));
        alice.create(Map.of("title", "b", "priority", "high"));
        alice.create(Map.of("title", "c", "priority", "low", "due", Map.of("date", "2026-12-01")));
        alice.change(a, Map.of("notes", "changed last"));

        assertThat(titlesOfAllPages("/tasks?limit=1&sort=" + sort)).containsExactly(order.split(" "));
    }

    @Test
    @DisplayName("A12 the Link header leads from page to page, whatever is added or removed in the meantime")
    void leadsFromPageToPage() {
        var ids = IntStream.range(0, 7).mapToObj(i -> alice.create("task " + i)).toList();

        var first = alice.get("/tasks?limit=3&sort=-position").body("title", contains("task 0", "task 1", "task 2"));
        alice.delete("/tasks/" + ids.get(2));
        alice.delete("/tasks/" + ids.get(0));
        alice.create("on top");

        alice.get(next(first.extract().response())).body("title", contains("task 3", "task 4", "task 5"));
        assertThat(titlesOfAllPages("/tasks?limit=3&sort=-position&q=task"))
                .containsExactly("task 1", "task 3", "task 4", "task 5", "task 6");
    }

    @Test
    @DisplayName("A12 equal sort keys neither hide nor repeat a task")
    void pagesThroughEqualKeys() {
        IntStream.range(0, 9).forEach(i -> alice.create(Map.of("title", "same", "position", 1)));

        assertThat(titlesOfAllPages("/tasks?limit=2")).hasSize(9);
        assertThat(titlesOfAllPages("/tasks?limit=2&sort=title")).hasSize(9);
        assertThat(titlesOfAllPages("/tasks?limit=2&sort=due")).hasSize(9);
    }

    @ParameterizedTest(name = "A12 pages lead on where another runtime has stored tasks with {0}")
    @ValueSource(
            strings = {
                "due_zone = 'Europe/Atlantis'",
                "due_at = due_at - interval '1 hour'",
                "due_at = due_at + interval '1 hour'"
            })
    void pagesAsTheDatabaseSortsWhateverIsKnownOfZonesHere(String otherRules) throws SQLException {
        due("a", Map.of("date", "2026-12-24", "time", "17:00", "zone", AUCKLAND));
        due("b", Map.of("date", "2026-12-24", "time", "17:10", "zone", AUCKLAND));
        var ids = alice.get("/tasks").extract().<List<String>>path("id");
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update task set " + otherRules + " where id = any(?)")) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            assertThat(update.executeUpdate()).isEqualTo(2);
        }

        for (var sort : List.of("due", "-due")) {
            var first = alice.get("/tasks?limit=1&sort=" + sort).statusCode(200).extract();
            var second = alice.get(next(first.response())).statusCode(200).extract();
            assertThat(List.of(first.path("[0].title"), second.path("[0].title")))
                    .isEqualTo(sort.equals("due") ? List.of("a", "b") : List.of("b", "a"));
        }
    }

    @ParameterizedTest(name = "A12 the query {0} is rejected, and {1} is named")
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts=open | stauts",
                "status=OPEN | status",
                "status=done | status",
                "status= | status",
                "status=open&status=completed | status",
                "due=soon | due",
                "due=today&zone=Mars/Olympus | zone",
                "due.from=tomorrow | due.from",
                "due.to=0000-01-01 | due.to",
                "due=today&due.from=2026-01-01 | due",
                "list=inbox | list",
                "due=today&zone=UTC%2B2 | zone",
                "priority=urgent | priority",
                "tag=a,b | tag",
                "sort=size | sort",
                "sort=--due | sort",
                "limit=0 | limit",
                "limit=201 | limit",
                "limit=x | limit",
                "q=+ | q",
                "q=!! | q",
                "due.to=9999999999-01-01 | due.to",
                "due.from=2026-02-30 | due.from",
                "limit=99999999999999999999 | limit",
                "limit=5&limit=6 | limit",
                "cursor=x | cursor",
                "cursor=cG9zaXRpb24 | cursor",
                "cursor=cG9zaXRpb24KMDE5M2EzYzEtNTVkMi03YzNlLTlkNGYtNmExYjJjM2Q0ZTVmCng | cursor"
            })
    void refusesWhatMeansNothing(String query, String parameter) {
        alice.get("/tasks?" + query)
                .statusCode(400)
                .body("type", endsWith(":validation-failed"))
                .body("errors.field", hasItem(parameter));
    }

    @ParameterizedTest(name = "A12 a control character in {0} is rejected")
    @ValueSource(strings = {"q", "tag", "list", "cursor"})
    void refusesControlCharacters(String parameter) {
        alice.request()
                .queryParam(parameter, "a\0b")
                .get("/tasks")
                .then()
                .statusCode(400)
                .body("errors.field", contains(parameter));
    }

    @ParameterizedTest(name = "A12 a forged cursor is refused: {0} of {1}")
    @CsvSource({
        "position, 0x1z",
        "position, ''",
        "created, +999999999-01-01T00:00:00Z",
        "created, yesterday",
        "priority, 40000",
        "title, NUL",
        "position, NaN",
        "position, -Infinity",
        "position, 1e999",
        "changed, -999999999-01-01T00:00:00Z",
        "due, +99999-01-01T00:00:00Z"
    })
    void refusesACursorThatSomebodyMadeUp(String sort, String key) {
        var cursor = new Cursor(sort, key.replace("NUL", "\0"), UUID.randomUUID());

        alice.get("/tasks?sort=" + sort + "&cursor=" + cursor).statusCode(400).body("errors.field", contains("cursor"));
    }

    @ParameterizedTest(name = "A12 a cursor of another sort order is rejected: {0}")
    @ValueSource(strings = {"title", "-position"})
    void refusesACursorOfAnotherOrder(String sort) {
        alice.create("a");
        alice.create("b");
        var cursor = next(alice.get("/tasks?limit=1").extract().response()).replaceAll(".*cursor=([^&]*).*", "$1");

        alice.get("/tasks?sort=" + sort + "&cursor=" + cursor).statusCode(400).body("errors.field", contains("cursor"));
    }

    private List<String> titlesOfAllPages(String firstPage) {
        return allPages(firstPage, "title");
    }

    private List<String> allPages(String firstPage, String field) {
        var values = new ArrayList<String>();
        for (var page = firstPage; page != null; ) {
            var answer = alice.get(page).statusCode(200).extract().response();
            values.addAll(answer.path(field));
            page = next(answer);
        }
        return values;
    }

    private static String next(Response page) {
        var link = page.header("Link");
        return link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }
}
