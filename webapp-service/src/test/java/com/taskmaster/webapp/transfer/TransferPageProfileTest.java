package com.taskmaster.webapp.transfer;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.PlayedTasksApi.hangUp;
import static com.taskmaster.webapp.PlayedTasksApi.json;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.PlayedTasksApi.Request;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.htmlunit.WebResponse;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Export and import, with a Tasks API whose responses the test determines. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class TransferPageProfileTest {

    private static final byte[] CSV =
            "title,due_date\nWater the plants,\n,\nbad,tomorrow\n".getBytes(StandardCharsets.UTF_8);

    private static final String REFUSALS = """
            [{"line": 3, "field": "title", "code": "blank", "reason": "is empty"},
             {"line": 4, "field": "due_date", "code": "odd", "reason": "is <odd>"}]""";

    private static final HttpHandler PREVIEW = json("""
            {"dryRun": true, "imported": 1, "refused": 2, "refusals": %s}""".formatted(REFUSALS));

    private static final HttpHandler PREVIEW_OF_TASKS = json("""
            {"dryRun": true, "imported": 1234, "refused": 0, "refusals": [], "newLists": ["Garden", "<b>"], "tasks": [
              {"title": "<script>alert(1)</script>", "notes": "secret", "list": "Garden",
               "due": {"date": "2030-12-25", "time": "01:00:00", "zone": "Asia/Tokyo"}, "priority": "high",
               "tags": ["home", "<i>"], "checklist": [{"text": "a", "done": true}, {"text": "b", "done": false}],
               "repeat": {"rule": "FREQ=WEEKLY;BYDAY=MO", "from": "completion"}, "position": -1.5,
               "createdAt": "2026-01-02T03:04:05.678901Z"},
              {"title": "Sow", "list": "Yard", "due": {"date": "2030-12-24"}, "priority": "none", "tags": [],
               "checklist": [], "completedAt": "2026-02-03T04:05:06Z"},
              {"title": "Mow"}]}""");

    private static final HttpHandler REPORT = json("""
            {"id": "8e03978e-40d5-43dd-bc93-6894a57f9324", "dryRun": false, "imported": 1, "refused": 2,
             "refusals": %s}""".formatted(REFUSALS));

    /** As in the Tasks API's responses. */
    private static final HttpHandler NEEDS_RECENT_SIGN_IN = status(
            401,
            "WWW-Authenticate",
            "Bearer error=\"insufficient_user_authentication\""
                    + ", error_description=\"A more recent or stronger sign-in is required\", max_age=\"300\""
                    + ", resource_metadata=\"http://localhost:8081/.well-known/oauth-protected-resource\"");

    private final Browser browser = new Browser();
    private final Browser bobsBrowser = new Browser();

    PlayedTasksApi api;

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        api.work();
        table.clear();
        table.execute("delete from kept_file");
        browser.signIn("alice", "/login");
        api.forgetRequests();
    }

    @AfterEach
    void close() {
        browser.close();
        bobsBrowser.close();
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ics, text/calendar", "json, application/json"})
    void takesTasksOutInEachFormat(String extension, String mediaType) {
        api.failWith(json("töö\n"));

        var file = browser.get("/transfer/export/" + extension);

        assertThat(file.getStatusCode()).isEqualTo(200);
        assertThat(file.getContentType()).isEqualTo(mediaType);
        assertThat(file.getResponseHeaderValue("Content-Disposition"))
                .matches("attachment; filename=\"tasks-\\d{4}-\\d\\d-\\d\\d\\." + extension + "\"");
        assertThat(file.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("töö\n");
        assertThat(api.requests()).singleElement().satisfies(request -> {
            assertThat(request.address()).isEqualTo("/tasks/export");
            assertThat(request.headers().get("Accept")).containsExactly(mediaType);
            assertThat(request.authorization()).startsWith("Bearer ey");
        });
    }

    @Test
    void thereIsNoOtherFormat() {
        assertThat(browser.get("/transfer/export/xls").getStatusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("W26 after the sign-in that an export requires, a page stays open while the file downloads")
    void signsInAnewForAnExport() {
        api.failWith(NEEDS_RECENT_SIGN_IN, json("title\n"));

        var signIn = location(browser.get(location(browser.get("/transfer/export/csv"))));
        assertThat(query(signIn)).containsEntry("max_age", "300");
        var resume = location(browser.get(browser.authorize("alice", signIn)));
        var page = location(browser.get(location(browser.get(resume))));
        assertThat(page).endsWith("/transfer?ready=CSV");

        var ready = browser.get(page);
        assertThat(ready.getContentAsString()).contains("The CSV file is on its way", "href=\"/transfer/export/csv\"");
        assertThat(browser.get(refresh(ready)).getContentAsString()).isEqualTo("title\n");
    }

    @Test
    @DisplayName("W26 an export whose demand a sign-in does not meet ends on a page, not in a loop")
    void doesNotLoop() {
        api.failAlwaysWith(NEEDS_RECENT_SIGN_IN);

        assertThat(browser.get(refresh(browser.get("/transfer?ready=CSV"))).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void anExportWithoutTheApiEndsOnAPageThatOffersItAgain() {
        api.failAlwaysWith(status(503));

        var page = browser.get("/transfer/export/csv");

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("Your tasks cannot be reached", "href=\"/transfer/export/csv\"");
    }

    /** Fails each time: the JDK's client silently repeats a request whose connection closes before a response. */
    @Test
    void anExportThatBreaksOffDoesNotLookWhole() throws IOException {
        api.failAlwaysWith(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
            throw new IOException("The API dies");
        });
        var download = new URL(WEBAPP + "/transfer/export/csv").openConnection();
        download.setRequestProperty(
                "Cookie", "q_session=" + browser.sessionCookie().getValue());

        assertThatThrownBy(() -> download.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void anUploadThatMeetsAnEndedSessionIsAskedForAgain() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var signIn = location(browser.get(location(browser.upload("/transfer/import", "tasks.csv", CSV))));
        var back = location(browser.get(browser.authorize("alice", signIn)));

        assertThat(browser.get(back).getContentAsString())
                .contains("action=\"/transfer/import?resumed=session&amp;waiting=");
        assertThat(location(browser.post("/transfer/import?resumed=session"))).endsWith("/transfer?trouble=NOT_KEPT");
    }

    @Test
    void showsWhatWouldBeImportedAndWhatIsWrongLineByLine() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(PREVIEW);

        var preview = browser.get(page).getContentAsString();

        assertThat(preview)
                .contains("1 task can be imported", "2 entries cannot be imported", "Import 1 task, skip the rest")
                .contains("<td>3</td><td><code>title</code></td><td>must not be blank</td>")
                .contains("<td>4</td><td><code>due_date</code></td><td><span lang=\"en\">is &lt;odd&gt;</span></td>")
                .doesNotContain("Import all");
        assertThat(api.requests()).singleElement().satisfies(request -> {
            assertThat(request.address()).isEqualTo("/tasks/import?dryRun=true");
            assertThat(request.headers().get("Content-Type")).containsExactly("text/csv");
            assertThat(request.body()).isEqualTo(CSV);
        });
    }

    @Test
    void showsTheFirstTasksAsTheyWereReadByTheClocksOfWhoLooks() {
        var preview = previewInBerlin("en-GB");

        assertThat(preview)
                .contains("Tasks in this file", "<p class=\"title\">&lt;script&gt;alert(1)&lt;/script&gt;</p>")
                .contains("<dt>Due</dt><dd>24 Dec 2030 17:00 (25 Dec 2030 01:00 in Asia/Tokyo)</dd>")
                .contains("<dt>List</dt><dd><bdi>Garden</bdi> (new list)</dd>")
                .contains("<dt>Priority</dt><dd>High</dd>")
                .contains("<dt>Tags</dt><dd><bdi>@home</bdi> <bdi>@&lt;i&gt;</bdi></dd>")
                .contains("<dt>Repeats</dt><dd>every week on Monday, counted from the day of completion</dd>")
                .contains("<dt>Checklist</dt><dd>1 of 2 steps</dd>")
                .contains("<dt>Due</dt><dd>24 Dec 2030</dd>", "<dt>List</dt><dd><bdi>Yard</bdi></dd>")
                .contains("<dt>Completed</dt><dd><time datetime=\"2026-02-03T04:05:06Z\">3 Feb 2026, 05:05</time></dd>")
                .contains("<p class=\"title\">Mow</p> <dl> <div><dt>List</dt><dd>Inbox</dd></div> </dl>")
                .contains("and 1,231 more tasks")
                .contains("2 new lists", "<li>Garden</li><li>&lt;b&gt;</li>");
    }

    @Test
    void showsThemInTheLanguageOfWhoLooks() {
        assertThat(previewInBerlin("de"))
                .contains("Aufgaben in dieser Datei", "und 1.231 weitere Aufgaben", "2 neue Listen")
                .contains("<dt>Fällig</dt><dd>24.12.2030 17:00 (25.12.2030 01:00 in Asia/Tokyo)</dd>")
                .contains("<bdi>Garden</bdi> (neue Liste)", "<dd>Eingang</dd>", "<dd>Hoch</dd>");
    }

    private String previewInBerlin(String language) {
        browser.setHeader("Accept-Language", language);
        browser.setCookie(new Cookie("localhost", "preference_zone", "Europe/Berlin", "/", null, false));
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(PREVIEW_OF_TASKS);
        return browser.get(page)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ")
                .replace(" </dd>", "</dd>");
    }

    @Test
    @DisplayName("an older Tasks API that returns neither tasks nor lists is supported")
    void showsNoTasksThatAreNotTold() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(PREVIEW);

        assertThat(browser.get(page).getContentAsString())
                .contains("1 task can be imported")
                .doesNotContain("Tasks in this file", "more task", "new list");
    }

    @Test
    void showsAllOfTheWrongLinesThatAreTold() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        var told = IntStream.rangeClosed(1, 1_000)
                .mapToObj(
                        "{\"line\": %d, \"field\": \"title\", \"code\": \"blank\", \"reason\": \"is empty\"}"
                                ::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
        api.failWith(json("{\"dryRun\": true, \"imported\": 1, \"refused\": 2500, \"refusals\": %s}".formatted(told)));

        assertThat(browser.get(page).getContentAsString())
                .contains("<td>1</td>", "<td>1000</td>", "These are the first 1,000 of 2,500.");
    }

    @Test
    void importsWhatWasLookedAtWithoutAskingForTheFileAgain() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(REPORT);

        var report = location(browser.post(page, Map.of("format", "CSV", "partial", "true")));

        assertThat(browser.get(report).getContentAsString())
                .contains("1 task was imported", "2 entries were not imported", "Undo this import")
                .contains("<td>3</td><td><code>title</code></td><td>must not be blank</td>")
                .contains("<td>4</td><td><code>due_date</code></td><td><span lang=\"en\">is &lt;odd&gt;</span></td>");
        assertThat(location(browser.get(page))).isEqualTo(report);
        assertThat(location(browser.post(page, Map.of("format", "CSV", "partial", "true"))))
                .isEqualTo(report);
        assertThat(api.requests()).singleElement().satisfies(request -> {
            assertThat(request.address()).isEqualTo("/tasks/import?partial=true");
            assertThat(UUID.fromString(request.headers().getFirst("Idempotency-Key")))
                    .isNotNull();
            assertThat(request.body()).isEqualTo(CSV);
        });
        assertThat(table.value("select count(*) from kept_part")).isEqualTo("0");
    }

    @Test
    void carriesTheLargestFileThroughUnchanged() {
        var large = new byte[16 * 1024 * 1024];
        for (var index = 0; index < large.length; index++) {
            large[index] = (byte) (index * 31L >>> 7 & 0x7F);
        }
        var page = location(browser.upload("/transfer/import", "tasks.json", large));
        api.failWith(PREVIEW);

        assertThat(browser.get(page).getStatusCode()).isEqualTo(200);
        assertThat(api.requests()).extracting(Request::body).containsExactly(large);
    }

    @Test
    void anImportWithoutAnAnswerIsOfferedAgainAndHappensOnce() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(hangUp(), status(503), status(429, "Retry-After", "10"), status(409), REPORT);
        var form = Map.of("format", "CSV", "partial", "false");

        var unanswered = browser.post(page, form);
        assertThat(unanswered.getStatusCode()).isEqualTo(503);
        assertThat(unanswered.getContentAsString()).contains("The import was not confirmed", "Send it again");
        assertThat(browser.post(page, form).getStatusCode()).isEqualTo(503);
        for (var underWay : List.of(browser.post(page, form), browser.post(page, form))) {
            assertThat(underWay.getStatusCode()).isEqualTo(503);
            assertThat(underWay.getContentAsString()).contains("The import was not confirmed", "Send it again");
        }
        assertThat(location(browser.post(page, form))).endsWith("/report");

        assertThat(api.requests())
                .extracting(request -> request.headers().getFirst("Idempotency-Key"))
                .hasSize(5)
                .containsOnly(api.requests().get(0).headers().getFirst("Idempotency-Key"));
    }

    @Test
    void aFileThatCannotBeHadAsAWholeAnyMoreIsLookedAtAgain() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(status(400));

        assertThat(location(browser.post(page, Map.of("format", "CSV", "partial", "false"))))
                .endsWith(page + "?format=CSV");
    }

    @Test
    void undoesAnImportOnce() {
        var page = imported();
        api.failWith(json("{\"trashed\": 1, \"kept\": 2}"));

        var report = location(browser.post(page + "/undo"));

        assertThat(browser.get(report).getContentAsString())
                .contains("Undone: 1 task is in the trash", "2 tasks stay")
                .doesNotContain("Undo this import");
        browser.post(page + "/undo");
        assertThat(api.requests("DELETE", "/tasks/imports/8e03978e-40d5-43dd-bc93-6894a57f9324"))
                .hasSize(1);
    }

    @Test
    void anUndoThatIsNotConfirmedMayBeUnfinishedAndIsRepeated() {
        var page = imported();
        api.failWith(hangUp(), json("{\"trashed\": 1, \"kept\": 0}"));

        var answer = browser.post(page + "/undo");
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("This may not be finished");

        assertThat(browser.get(location(browser.post(page + "/undo"))).getContentAsString())
                .contains("Undone: 1 task is in the trash");
    }

    @Test
    void anImportOfWhichNothingIsLeftIsUndone() {
        var page = imported();
        api.failWith(status(404));

        assertThat(browser.get(location(browser.post(page + "/undo"))).getContentAsString())
                .contains("nothing left to undo");
    }

    @Test
    void aFileThatTheApiIsTooBusyForIsNotLost() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(status(503), PREVIEW);

        var failure = browser.get(page);
        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure.getContentAsString()).contains("href=\"" + page.replace(WEBAPP, "") + "\"");
        assertThat(browser.get(page).getContentAsString()).contains("1 task can be imported");
    }

    @Test
    @DisplayName("a file is kept during the consent that its import requires")
    void keepsTheFileDuringTheConsent() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(
                status(403, "WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"tasks.write\""), PREVIEW);

        var signIn = location(browser.get(location(browser.get(page))));
        var back = location(browser.get(location(browser.get(browser.authorize("alice", signIn)))));

        assertThat(browser.get(back).getContentAsString()).contains("1 task can be imported");
    }

    @Test
    void asksForAFormatThatNothingTells() {
        var page = location(browser.upload("/transfer/import", "letter", "Dear Sir".getBytes(StandardCharsets.UTF_8)));

        assertThat(browser.get(page).getContentAsString()).contains("What format is this file?");
        assertThat(browser.get(location(browser.post(page))).getStatusCode()).isEqualTo(303);
        assertThat(api.requests()).isEmpty();
        api.failWith(PREVIEW);
        assertThat(browser.get(page + "?format=ICALENDAR").getStatusCode()).isEqualTo(200);
        assertThat(api.requests().get(0).headers().get("Content-Type")).containsExactly("text/calendar");
    }

    @Test
    void saysWhyAFileIsNotTaken() {
        assertThat(troubleWith(new byte[0])).contains("This file is empty");
        assertThat(troubleWith(new byte[] {'a', (byte) 0xff})).contains("This file is not text in UTF-8");
        assertThat(troubleWith(new byte[16 * 1024 * 1024 + 1])).contains("This file is larger than 16 MB");
        assertThat(troubleWith(new byte[20 * 1024 * 1024])).contains("This file is larger than 16 MB");
        assertThat(browser.get(location(browser.post("/transfer/import", Map.of("file", "x"))))
                        .getContentAsString())
                .contains("Choose a file first");
        assertThat(table.value("select count(*) from kept_file")).isEqualTo("0");
    }

    @Test
    @DisplayName("A07 another user's file is not found")
    void nobodyElseSeesTheFile() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        bobsBrowser.signIn("bob", "/login");

        assertThat(location(bobsBrowser.get(page))).endsWith("/transfer?trouble=GONE");
        assertThat(location(bobsBrowser.post(page, Map.of("format", "CSV")))).endsWith("/transfer?trouble=GONE");
        assertThat(location(bobsBrowser.post(page + "/undo"))).endsWith("/transfer?trouble=GONE");
        assertThat(location(bobsBrowser.get(page + "/report"))).endsWith("/transfer?trouble=GONE");
    }

    @Test
    void aFileIsGoneAfterAWhile() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        table.execute("update kept_file set expires_at = now()");

        assertThat(browser.get(location(browser.get(page))).getContentAsString())
                .contains("This file is no longer kept here");
    }

    @Test
    void anImportThatBeginsLateDoesNotOutlastItsFile() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        table.execute("update kept_file set expires_at = now() + interval '1 minute'");
        api.failWith(exchange -> {
            table.execute("update kept_file set expires_at = expires_at - interval '10 minutes'");
            REPORT.handle(exchange);
        });

        var report = location(browser.post(page, Map.of("format", "CSV", "partial", "true")));

        assertThat(browser.get(report).getContentAsString()).contains("1 task was imported", "Undo this import");
    }

    @Test
    void keepsThreeFilesOfAPersonAtMost() {
        var first = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        for (var name : List.of("2.csv", "3.csv", "4.csv")) {
            browser.upload("/transfer/import", name, CSV);
        }

        assertThat(table.value("select count(*) from kept_file")).isEqualTo("3");
        assertThat(location(browser.get(first))).endsWith("/transfer?trouble=GONE");
    }

    @Test
    void keepsAFileWhoseImportHasBegunRatherThanOthers() {
        var first = location(browser.upload("/transfer/import", "1.csv", CSV));
        browser.upload("/transfer/import", "2.csv", CSV);
        browser.upload("/transfer/import", "3.csv", CSV);
        api.failWith(status(503));
        browser.post(first, Map.of("format", "CSV", "partial", "true"));

        browser.upload("/transfer/import", "4.csv", CSV);

        assertThat(table.value("select count(*) from kept_file")).isEqualTo("3");
        assertThat(location(browser.get(first))).isNull();
    }

    @Test
    void whatAFileSaysRestsEncryptedAndInItsPlace() {
        var page = location(browser.upload("/transfer/import", "secret.csv", new byte[300_000]));

        assertThat(table.value("select count(*) from kept_file where description like '%secret%'"))
                .isEqualTo("0");
        assertThat(table.value("select count(*) from kept_part where content like 'eyJ%'"))
                .isEqualTo("2");
        table.execute("update kept_part set number = 2 where number = 1");
        table.execute("update kept_part set number = 1 where number = 0");
        table.execute("update kept_part set number = 0 where number = 2");
        assertThat(browser.get(page).getStatusCode()).isGreaterThanOrEqualTo(500);
    }

    private String imported() {
        var page = location(browser.upload("/transfer/import", "tasks.csv", CSV));
        api.failWith(REPORT);
        browser.post(page, Map.of("format", "CSV", "partial", "true"));
        return page;
    }

    private String troubleWith(byte[] content) {
        return browser.get(location(browser.upload("/transfer/import", "tasks.csv", content)))
                .getContentAsString();
    }

    private static String refresh(WebResponse page) {
        return page.getResponseHeaderValue("Refresh").replace("0;url=", "");
    }
}
