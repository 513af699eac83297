package com.taskmaster.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed input, which must not be reported as a fault of the service. */
@QuarkusTest
@WithBackingProcesses
class OddInputTest {

    @TestHTTPResource("/tasks")
    URI tasks;

    private final TasksApi alice = TasksApi.somebodyNew();

    @ParameterizedTest(name = "A09 the task {0} is rejected with 400")
    @ValueSource(
            strings = {
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"\\ud83d\"}",
                "{\"title\": \"\\udf31\\ud83c\"}",
                "{\"title\": \"x\", \"notes\": \"\\u0000\"}",
                "{\"title\": \"x\", \"notes\": \"\\udc00\"}",
                "{\"title\": \"x\", \"tags\": [\"\\ud800\"]}",
                "{\"title\": \"x\", \"tags\": [null]}",
                "{\"title\": \"x\", \"tags\": [\"\\u0000\"]}",
                "{\"title\": \"x\", \"tags\": [\"\\u2028\"]}",
                "{\"title\": \"x\", \"tags\": [\"x\\u2029\"]}",
                "{\"title\": \"x\", \"tags\": [\"\\u00a0x\"]}",
                "{\"title\": \"x\", \"checklist\": [{\"text\": \"\\u0000\"}]}",
                "{\"title\": \"x\", \"checklist\": [{\"text\": \"\\ud800\"}]}",
                "{\"title\": \"x\", \"checklist\": [null]}",
                "{\"title\": \"x\", \"position\": 1e400}",
                "{\"title\": \"x\", \"position\": \"NaN\"}",
                "{\"title\": \"x\", \"position\": \"Infinity\"}",
                "{\"title\": \"x\", \"position\": 1e16}",
                "{\"title\": \"x\", \"due\": {\"date\": \"+12345-01-01\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"-0001-01-01\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": [2026, 1, 1, 99]}}",
                "{\"title\": \"x\", \"due\": {\"date\": 99999999999}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-01-01\", \"time\": \"25:00\", \"zone\": \"Etc/UTC\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-01-01\", \"time\": \"10:00\", \"zone\": \"Mars/Olympus\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-01-01\", \"time\": \"10:00\", \"zone\": \"\\u0000\"}}",
                "{\"title\": \"x\", \"repeat\": {\"rule\": \"FREQ=DAILY;COUNT=99999999999\"}}",
                "{\"title\": \"x\", \"repeat\": {\"rule\": \"FREQ=DAILY;UNTIL=\\u0000\"}}",
                "{\"title\": \"x\", \"repeat\": {\"rule\": \"FREQ=DAILY;X=\\u0000\"}}",
                "{\"title\": \"x\", \"repeat\": {\"rule\": \"FREQ=DAILY;INTERVAL=0\"}}",
                "{\"title\": \"x\", \"list\": \"a\\u0000b\"}",
                "{\"title\": \"x\", \"list\": \"1-1-1-1-1\"}",
                "{\"title\": \"x\", \"priority\": 99999999999999999999}",
                "{\"title\": \"x\", \"priority\": \"\\ud800\"}"
            })
    void refusesTasks(String task) {
        alice.post("/tasks", task).then().statusCode(400);

        var id = alice.create("Water the plants");
        alice.patch("/tasks/" + id, "*", task).then().statusCode(400);
        alice.post(
                        "/tasks/bulk",
                        "{\"operations\": [{\"op\": \"change\", \"id\": \"%s\", \"changes\": %s}]}".formatted(id, task))
                .then()
                .statusCode(400);
        alice.get("/tasks/" + id).body("version", equalTo(0));
    }

    @ParameterizedTest(name = "A09 the list {0} is rejected with 400")
    @ValueSource(
            strings = {
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud83d\"}",
                "{\"name\": \"x\", \"color\": \"\\u0000\"}",
                "{\"name\": \"x\", \"position\": 1e400}",
                "{\"name\": \"x\", \"position\": \"-Infinity\"}"
            })
    void refusesLists(String list) {
        alice.post("/lists", list).then().statusCode(400);
        alice.patch("/lists/" + alice.createList("Garden"), "*", list).then().statusCode(400);
    }

    @ParameterizedTest(name = "A09 the bulk request {0} is rejected with 400")
    @ValueSource(
            strings = {
                "{\"operations\": [null]}",
                "{\"operations\": [{\"op\": \"delete\", \"id\": \"\\u0000\"}]}",
                "{\"operations\": [{\"op\": \"delete\", \"id\": \"0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f\", \"version\": 1e30}]}",
                "{\"operations\": [{\"op\": \"\\ud800\"}]}",
                "{\"operations\": 1}",
                "{\"operations\": [], \"atomic\": true}",
                "{\"operations\": [{\"op\": \"delete\", \"id\": \"0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f\", \"version\": \"0\"}]}"
            })
    void refusesBulkRequests(String bulk) {
        alice.post("/tasks/bulk", bulk).then().statusCode(400);
    }

    @ParameterizedTest(name = "A11 in a bulk request, {0} is not accepted as a patch of a task")
    @ValueSource(strings = {"null", "[]", "5", "\"x\""})
    void refusesPatchesThatAreNoObject(String patch) {
        var id = alice.create("Water the plants");

        alice.post(
                        "/tasks/bulk",
                        "{\"operations\": [{\"op\": \"change\", \"id\": \"%s\", \"changes\": %s}]}"
                                .formatted(id, patch))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].changes"));
        alice.get("/tasks/" + id).body("version", equalTo(0));
    }

    @ParameterizedTest(name = "A09 {0} is refused, and changes nothing")
    @ValueSource(
            strings = {
                "{\"title\": \"a\"}{\"title\": \"b\"}",
                "{\"title\": \"a\"} x",
                "{\"title\": \"a\"}]",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"title\": \"a\", \"due\": {\"date\": \"2026-01-01\", \"date\": \"2026-01-02\"}}",
                "{\"title\": \"a\", \"checklist\": [{\"text\": \"b\", \"text\": \"c\"}]}"
            })
    void refusesWhatHasMoreThanOneMeaning(String task) {
        var id = alice.create("Water the plants");

        alice.post("/tasks", task).then().statusCode(400).body("type", endsWith(":malformed-body"));
        alice.patch("/tasks/" + id, "*", task).then().statusCode(400).body("type", endsWith(":malformed-body"));
        alice.post(
                        "/tasks/bulk",
                        "{\"operations\": [{\"op\": \"change\", \"id\": \"%s\", \"changes\": %s}]}".formatted(id, task))
                .then()
                .statusCode(400);
        alice.get("/tasks").body("title", contains("Water the plants"));
    }

    @ParameterizedTest(name = "A09 {1} at {0} that is not text is refused with 400")
    @CsvSource({"/tasks, application/json", "/lists, application/json", "/tasks/bulk, application/json"})
    void refusesBytesThatAreNoText(String path, String type) {
        alice.request()
                .contentType(type)
                .body(new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
                .post(path)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest(name = "A09 an import of {0} is rejected row by row")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "application/json | [{\"title\": \"a\\u0000b\"}]",
                "application/json | [{\"title\": \"\\ud800\"}]",
                "application/json | [{\"title\": \"x\", \"list\": \"\\u0000\"}]",
                "application/json | [{\"title\": \"x\", \"position\": 1e400}]",
                "application/json | [{\"title\": \"x\", \"createdAt\": \"+999999999-01-01T00:00:00Z\"}]",
                "application/json | [{\"title\": \"x\", \"completedAt\": \"-999999999-01-01T00:00:00Z\"}]",
                "application/json | [{\"title\": \"x\", \"due\": {\"date\": \"+99999-01-01\"}}]",
                "application/json | [{\"title\": \"x\", \"\\u0000\": 1}, 5]",
                "application/json | [{\"title\": \"x\", \"title\": \"y\"}]",
                "application/json | [{\"title\": \"x\", \"checklist\": [{\"text\": \"y\", \"text\": \"z\"}]}]"
            })
    void refusesRows(String type, String file) {
        alice.request()
                .contentType(type)
                .body(file)
                .post("/tasks/import")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest(name = "A09 {0}: {1} does not make the service fail")
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match | garbage",
                "If-None-Match | \"",
                "If-None-Match | W/",
                "If-None-Match | ,,,",
                "Accept | garbage",
                "Accept | application/json;q=x",
                "Accept | /",
                "Accept-Language | ;;;",
                "Accept-Encoding | ;q=9",
                "traceparent | 00-zz",
                "baggage | =%%%",
                "Content-Type | garbage",
                "Content-Type | application/json; charset=nonsense",
                "Cookie | =;=",
                "Forwarded | for=\"",
                "X-Forwarded-For | \u00ff",
                "Range | bytes=a-b"
            })
    void bearsOddHeaders(String header, String value) {
        var path = "/tasks/" + alice.create("Water the plants");

        assertThat(alice.request().header(header, value).get(path).statusCode()).isLessThan(500);
        assertThat(alice.request().header(header, value).get("/tasks").statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest(name = "A10 If-Match: {0} changes nothing")
    @ValueSource(
            strings = {"garbage", "\"", "W/", ",", "\"0\"x", "0", "x\"0\"", "\"x,\"0\",y\"", "W/\"0\"", "\"*\"", "**"})
    void changesNothingByOddPreconditions(String etag) {
        var path = "/tasks/" + alice.create("Water the plants");

        alice.patch(path, etag, Map.of("title", "changed")).then().statusCode(412);
        alice.request().header("If-Match", etag).delete(path).then().statusCode(412);
        alice.get(path)
                .body("title", equalTo("Water the plants"))
                .body("version", equalTo(0))
                .body("trashedAt", nullValue());
    }

    @ParameterizedTest(name = "A10 If-Match: {0} matches, because the version is among those named")
    @ValueSource(strings = {"\"0\"", "*", " * ", "\"x\", \"0\"", "W/\"x\",\"0\"", ", \"0\",", "\"0\" , \"a,b\""})
    void readsListsOfVersions(String etags) {
        var path = "/tasks/" + alice.create("Water the plants");

        alice.patch(path, etags, Map.of("title", "changed")).then().statusCode(200);
    }

    @ParameterizedTest(name = "A09 the media type {0} of a body does not make the service fail")
    @ValueSource(strings = {"garbage", "application/json; charset=nonsense", "application/json;", "/", ";"})
    void bearsOddMediaTypes(String type) throws IOException {
        assertThat(raw("POST /tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + alice.authorization() + "\r\nContent-Type: " + type
                        + "\r\nContent-Length: 14\r\n\r\n{\"title\": \"x\"}"))
                .doesNotContain(" 500 ");
    }

    @Test
    @DisplayName("A09 a file without a media type is rejected with 415")
    void refusesFilesOfNoMediaType() throws IOException {
        for (var header : List.of("", "Content-Type:\r\n", "Content-Type: ;\r\n")) {
            assertThat(raw("POST /tasks/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                            + alice.authorization() + "\r\n" + header + "Content-Length: 8\r\n\r\ntitle\r\nx"))
                    .as(header)
                    .contains(" 415 ");
        }
        alice.get("/tasks").body("", hasSize(0));
    }

    @ParameterizedTest(name = "A09 the query {0} is rejected with 400")
    @ValueSource(
            strings = {
                "tag=%00",
                "zone=%00",
                "q=a%00b",
                "zone=GMT%2B99",
                "zone=%2B02:00",
                "zone=GMT%2B2",
                "zone=Z",
                "list=1-1-1-1-1",
                "list=AZPDwVXSfD6dT2obLD1OXw==",
                "due.from=%2B12345-01-01",
                "due.to=-0001-01-01",
                "%00=1",
                "=x",
                "limit=1%00",
                "q=a|b",
                "q=^`{}\\"
            })
    void refusesQueries(String query) throws IOException {
        assertThat(raw("GET /tasks?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + alice.authorization() + "\r\n\r\n"))
                .contains(" 400 ");
    }

    @ParameterizedTest(name = "A09 the target {0} does not make the service fail")
    @ValueSource(
            strings = {
                "/tasks?q=%",
                "/tasks?q=%zz",
                "/tasks?q=%ff",
                "/tasks?q=%ED%A0%80",
                "/tasks?=x",
                "/tasks?&&&",
                "/tasks?%00=1",
                "/tasks/%00",
                "/tasks/%zz",
                "/tasks/%2e%2e/lists",
                "/tasks/1-1-1-1-1",
                "/tasks/%ED%A0%80/history",
                "/lists/;x=y",
                "//tasks",
                "/tasks?limit=%D9%A1",
                "/.well-known/oauth-protected-resource/%00"
            })
    void bearsOddTargets(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + alice.authorization() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain(" 50");
    }

    @Test
    @DisplayName("A17 an invalid Content-Length is refused")
    void refusesLengthsThatAreNone() throws IOException {
        for (var length : List.of("99999999999999999999", "-1", "x")) {
            assertThat(raw("POST /tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                            + "\r\n\r\n"))
                    .doesNotContain(" 50");
        }
    }

    /** Sends a request that client libraries cannot send. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(tasks.getHost(), tasks.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return String.valueOf(answer.readLine());
        }
    }

    @Test
    @DisplayName("A12 the format of numbers, in statements and in responses, does not depend on the locale")
    void writesNumbersAlikeOnEveryMachine() {
        var locale = Locale.getDefault();
        var id = alice.create("Water the plants");
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            alice.get("/tasks").statusCode(200).body("id", contains(id));
            alice.get("/tasks?q=plants").statusCode(200).body("id", contains(id));
            alice.get("/tasks/" + id + "/history").statusCode(200).body("", hasSize(1));
            alice.get("/tasks/export").statusCode(200);
            alice.post("/tasks", " ".repeat((1 << 20) + 1))
                    .then()
                    .statusCode(413)
                    .body("detail", equalTo("The body is larger than 1 MiB"));
            alice.request()
                    .contentType("text/csv")
                    .body("title\n\"" + "x".repeat(500_001) + "\"\n")
                    .post("/tasks/import?partial=true")
                    .then()
                    .body("refusals.reason", contains("is longer than 500,000 bytes"));
        } finally {
            Locale.setDefault(locale);
        }
    }
}
