package com.taskmaster.tasks.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class ProblemsTest {

    @Inject
    AgroalDataSource database;

    private final String alice = "alice-" + UUID.randomUUID();

    @Test
    @DisplayName("A09 an unknown path")
    void unknownPath() {
        assertProblem(as().get("/nowhere"), 404, "not-found");
    }

    @Test
    @DisplayName("A09 an invalid id")
    void malformedId() {
        assertProblem(as().get("/tasks/1"), 404, "not-found");
    }

    @Test
    @DisplayName("A09 a method that a path does not support")
    void methodNotAllowed() {
        assertProblem(as().put("/tasks"), 405, "method-not-allowed");
    }

    @ParameterizedTest(name = "A09 a 405 names the methods that {0} supports (RFC 9110 §15.5.6)")
    @CsvSource({
        "/tasks, 'DELETE, GET, HEAD, OPTIONS, POST'",
        "/tasks/, 'DELETE, GET, HEAD, OPTIONS, POST'",
        "/tasks/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "/tasks/bulk, 'OPTIONS, POST'",
        "/tasks/import, 'OPTIONS, POST'",
        "/tasks/summary, 'GET, HEAD, OPTIONS'",
        "/lists, 'GET, HEAD, OPTIONS, POST'",
        "/me, 'GET, HEAD, OPTIONS'",
        "/.well-known/oauth-protected-resource, 'GET, HEAD, OPTIONS'",
        "/.well-known/oauth-protected-resource/a/b, 'GET, HEAD, OPTIONS'"
    })
    void tellsTheMethodsThatAreAllowed(String path, String methods) {
        assertProblem(as().put(path), 405, "method-not-allowed");
        as().put(path).then().header("Allow", equalTo(methods));
    }

    @ParameterizedTest(name = "OPTIONS also names the methods that {0} supports (RFC 9110 §9.3.7)")
    @ValueSource(
            strings = {
                "/tasks",
                "/tasks/",
                "/tasks/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f",
                "/tasks/bulk",
                "/tasks/import",
                "/tasks/summary",
                "/lists",
                "/lists/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f",
                "/me",
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/a/b"
            })
    void tellsTheSameMethodsWithOptions(String path) {
        var allowed = as().put(path).header("Allow");

        given().options(path)
                .then()
                .statusCode(200)
                .header("Allow", equalTo(allowed))
                .header(
                        "Accept-Patch",
                        allowed.contains("PATCH") ? equalTo("application/merge-patch+json") : nullValue())
                .body(emptyString());
    }

    @Test
    void answersNoOptionsWhereThereIsNothing() {
        assertProblem(given().options("/nowhere"), 404, "not-found");
        assertProblem(given().options("/tasks/x/y"), 404, "not-found");
        assertProblem(given().options("/Xwell-known/oauth-protected-resource"), 404, "not-found");
    }

    @Test
    @DisplayName("a 415 names the media type of patches (RFC 5789 §2.2)")
    void tellsTheMediaTypeOfPatches() {
        as().contentType("application/json")
                .body("{}")
                .patch("/tasks/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
                .then()
                .statusCode(415)
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
        as().contentType("text/plain").body("x").post("/tasks").then().header("Accept-Patch", nullValue());
    }

    @Test
    @DisplayName("A09 a body of another media type")
    void unsupportedMediaType() {
        assertProblem(as().contentType("text/plain").body("x").post("/tasks"), 415, "unsupported-media-type");
    }

    @Test
    @DisplayName("A09 no response in an accepted media type")
    void notAcceptable() {
        assertProblem(as().accept("text/csv").get("/tasks"), 406, "not-acceptable");
    }

    @ParameterizedTest(name = "A09 {0} {1} with {2}: {3} with the service''s own message")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET   | /nowhere   |                                | There is no resource at this address",
                "GET   | /tasks/x/y |                                | There is no resource at this address",
                "GET   | /tasks/x   |                                | There is no resource at this address",
                "GET   | /tasks/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f | | There is no such task",
                "GET   | /lists/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f | | There is no such list",
                "GET   | /tasks     | Accept: text/csv               | This operation does not produce any of the accepted media types",
                "POST  | /tasks     | Content-Type: text/plain       | This operation does not consume this media type",
                "POST  | /tasks     | Content-Type: x                | This operation does not consume this media type",
                "PATCH | /tasks/0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f | Content-Type: application/json | This operation does not consume this media type",
                "PUT   | /tasks     |                                | This resource does not support this method",
            })
    void tellsProblemsInWordsOfItsOwn(String method, String path, String header, String detail) {
        var request = as();
        if (header != null) {
            request.header(header.split(": ")[0], header.split(": ")[1]);
        }
        request.request(method, path).then().body("detail", equalTo(detail));
    }

    @ParameterizedTest(name = "A09 the body {0}")
    @ValueSource(strings = {"{", "[]", "\"x\"", "{\"title\": {}}", "{\"title\": [1]}", "{\"title\": \"a\"", "5"})
    void malformedBody(String body) {
        assertProblem(as().contentType("application/json").body(body).post("/tasks"), 400, "malformed-body");
    }

    @ParameterizedTest(name = "A09 the missing body \"{0}\"")
    @ValueSource(strings = {"", "null"})
    void missingBody(String body) {
        assertProblem(as().contentType("application/json").body(body).post("/tasks"), 400, "validation-failed");
    }

    @ParameterizedTest(name = "A09 the patch {0}")
    @ValueSource(strings = {"{", "[]", "\"x\"", "5", "null", "{\"completed\": \"perhaps\"}", "{\"title\": {}}"})
    void malformedPatch(String patch) {
        var id = as().contentType("application/json")
                .body("{\"title\": \"Water the plants\"}")
                .post("/tasks")
                .<String>path("id");

        assertProblem(
                as().contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(patch)
                        .patch("/tasks/" + id),
                400,
                "malformed-body");
        as().get("/tasks/" + id)
                .then()
                .body("title", equalTo("Water the plants"))
                .body("version", equalTo(0));
    }

    @Test
    @DisplayName("A09 every wrong field is named")
    void namesTheFields() {
        var answer =
                as().contentType("application/json").body("{\"title\": \"\"}").post("/tasks");

        assertProblem(answer, 400, "validation-failed");
        answer.then().body("errors.field", hasItem("title")).body("errors.message", hasItem("must not be blank"));
    }

    @ParameterizedTest(name = "A09 errors are in English on any machine, even for a caller who accepts \"{0}\"")
    @ValueSource(strings = {"*", "de", "fr-CA"})
    void tellsWhatIsWrongInEnglish(String language) {
        as().header("Accept-Language", language)
                .contentType("application/json")
                .body("{\"title\": \"\"}")
                .post("/tasks")
                .then()
                .statusCode(400)
                .body("errors.message", contains("must not be blank"));
    }

    @ParameterizedTest(name = "A09 the task {1}: {0} is named")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title | {'title': 5}",
                "title | {'title': true}",
                "notes | {'title': 'x', 'notes': 1.5}",
                "priority | {'title': 'x', 'priority': 3}",
                "priority | {'title': 'x', 'priority': ''}",
                "completed | {'title': 'x', 'completed': 'true'}",
                "completed | {'title': 'x', 'completed': 1}",
                "position | {'title': 'x', 'position': '5'}",
                "due.date | {'title': 'x', 'due': {'date': 20000}}",
                "due.date | {'title': 'x', 'due': {'date': [2026, 12, 24]}}",
                "due.time | {'title': 'x', 'due': {'date': '2026-12-24', 'time': [17, 0], 'zone': 'Europe/Berlin'}}",
                "due.time | {'title': 'x', 'due': {'date': '2026-12-24', 'time': '2026-12-24T17:00', 'zone': 'Europe/Berlin'}}",
                "list | {'title': 'x', 'list': 'AZPDwVXSfD6dT2obLD1OXw=='}",
                "checklist[1].done | {'title': 'x', 'checklist': [{'text': 'x'}, {'text': 'x', 'done': 'true'}]}",
                "checklist[0].text | {'title': 'x', 'checklist': [{'text': 5}]}",
                "checklist[0].txt | {'title': 'x', 'checklist': [{'txt': 'x'}]}",
                "complete | {'title': 'x', 'complete': true}",
                "complete | {'title': 'x', 'complete': null}",
                "due.day | {'title': 'x', 'due': {'date': '2026-12-24', 'day': null}}"
            })
    void refusesToGuess(String field, String task) {
        var json = task.replace('\'', '"');
        var id = as().contentType("application/json")
                .body("{\"title\": \"Water the plants\"}")
                .post("/tasks")
                .<String>path("id");

        var made = as().contentType("application/json").body(json).post("/tasks");
        var changed = as().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json)
                .patch("/tasks/" + id);
        var changedAmongOthers = as().contentType("application/json")
                .body("{\"operations\": [{\"op\": \"change\", \"id\": \"%s\", \"changes\": %s}]}".formatted(id, json))
                .post("/tasks/bulk");
        var madeAmongOthers = as().contentType("application/json")
                .body("{\"operations\": [{\"op\": \"create\", \"task\": %s}]}".formatted(json))
                .post("/tasks/bulk");

        assertProblem(made, 400, "malformed-body");
        made.then().body("errors.field", contains(field));
        assertProblem(changed, 400, "malformed-body");
        changed.then().body("errors.field", contains(field));
        assertProblem(changedAmongOthers, 400, "validation-failed");
        changedAmongOthers.then().body("errors.field", contains("operations[0].changes." + field));
        assertProblem(madeAmongOthers, 400, "malformed-body");
        madeAmongOthers.then().body("errors.field", contains("operations[0].task." + field));
        as().get("/tasks").then().body("title", contains("Water the plants"));
    }

    @Test
    @DisplayName("A09 a fault of the service reveals no internals, and names the trace under which the log has it")
    void tellsNothingOfAFault() throws SQLException {
        var id = as().contentType("application/json")
                .body("{\"title\": \"Water the plants\"}")
                .post("/tasks")
                .<String>path("id");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update task set priority = 31337 where id = '%s'".formatted(id));
        }

        for (var address : List.of("/tasks/" + id, "/tasks")) {
            var answer = as().get(address);
            assertProblem(answer, 500, "internal-server-error");
            assertThat(answer.asString()).doesNotContainIgnoringCase("priority", "31337", "hibernate", "enum", "index");
        }
        assertProblem(
                as().contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body("{\"title\": \"x\"}")
                        .patch("/tasks/" + id),
                500,
                "internal-server-error");
        as().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .get("/tasks/" + id)
                .then()
                .statusCode(500)
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    @DisplayName("A18 the problem has the trace id of the request")
    void namesTheTrace() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .get("/tasks")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private RequestSpecification as() {
        return given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims(alice)
                        .claim("scope", "tasks.read tasks.write")
                        .claim("auth_time", Instant.now().getEpochSecond())));
    }

    private static void assertProblem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:taskmaster:" + type))
                .body("title", matchesPattern("\\S.*"))
                .body("status", equalTo(status))
                .body("detail", matchesPattern("\\S.*"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
        assertThat(answer.asString()).doesNotContain("com.taskmaster", "java.", "jackson", "Exception", "select ");
    }
}
