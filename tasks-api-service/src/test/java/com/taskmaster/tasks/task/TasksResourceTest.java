package com.taskmaster.tasks.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class TasksResourceTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final String alice = "alice-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Test
    void makesATask() {
        as(alice)
                .contentType("application/json")
                .body("{\"title\": \"  Water the plants \"}")
                .post("/tasks")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("title", equalTo("Water the plants"))
                .body("completed", equalTo(false))
                .body("completedAt", nullValue())
                .body("createdAt", notNullValue());
    }

    @Test
    void readsWhatTheLocationNames() {
        var location = as(alice)
                .contentType("application/json")
                .body("{\"title\": \"Water the plants\"}")
                .post("/tasks")
                .header("Location");

        as(alice)
                .get(location)
                .then()
                .statusCode(200)
                .body("title", equalTo("Water the plants"))
                .body("id", equalTo(location.substring(location.lastIndexOf('/') + 1)));
    }

    @Test
    void listsOpenTasksFirstAndTheNewestFirst() {
        var first = create(alice, "first");
        create(alice, "second");
        create(alice, "third");
        patch(alice, first, "{\"completed\": true}");

        as(alice).get("/tasks").then().statusCode(200).body("title", contains("third", "second", "first"));
    }

    @Test
    void listsNothingForSomebodyNew() {
        as(alice).get("/tasks").then().statusCode(200).body("", empty());
    }

    @Test
    void completesAndReopens() {
        var id = create(alice, "Water the plants");

        patch(alice, id, "{\"completed\": true}")
                .body("completed", equalTo(true))
                .body("completedAt", notNullValue());
        patch(alice, id, "{\"completed\": false}")
                .body("completed", equalTo(false))
                .body("completedAt", nullValue());
    }

    @Test
    void renamesAndKeepsWhatIsAbsent() {
        var id = create(alice, "Water the plants");
        patch(alice, id, "{\"completed\": true}");

        patch(alice, id, "{\"title\": \"Water all plants\"}")
                .body("title", equalTo("Water all plants"))
                .body("completed", equalTo(true));
    }

    @Test
    void refusesToClearTheTitle() {
        var id = create(alice, "Water the plants");

        as(alice)
                .contentType(MERGE_PATCH)
                .body("{\"title\": null}")
                .patch("/tasks/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("title"));
        as(alice).get("/tasks/" + id).then().body("title", equalTo("Water the plants"));
    }

    @Test
    void deletes() {
        var id = create(alice, "Water the plants");

        as(alice).delete("/tasks/" + id).then().statusCode(204);
        as(alice).get("/tasks/" + id).then().statusCode(404);
        as(alice).delete("/tasks/" + id).then().statusCode(404);
    }

    @Test
    @DisplayName("A06 another user's task answers 404, never 403, and stays as it is")
    void hidesTasksOfAnotherOwner() {
        var id = create(alice, "Water the plants");

        as(bob).get("/tasks").then().statusCode(200).body("", empty());
        as(bob).get("/tasks/" + id).then().statusCode(404);
        as(bob).delete("/tasks/" + id).then().statusCode(404);
        as(bob).contentType(MERGE_PATCH)
                .body("{\"title\": \"Mine now\"}")
                .patch("/tasks/" + id)
                .then()
                .statusCode(404);
        as(alice).get("/tasks/" + id).then().statusCode(200).body("title", equalTo("Water the plants"));
    }

    @Test
    @DisplayName("A07 id, owner, timestamps and version in the body of a new task are the service's to say")
    void ignoresTheServicesOwnFieldsInANewTask() {
        var foreignId = UUID.randomUUID().toString();

        var id = as(alice)
                .contentType("application/json")
                .body("""
                        {"title": "Mine", "id": "%s", "owner": {"issuer": "x", "subject": "%s"}, "ownerSubject": "%s",
                         "createdAt": "2001-01-01T00:00:00Z", "changedAt": "2001-01-01T00:00:00Z", "version": 99}""".formatted(foreignId, bob, bob))
                .post("/tasks")
                .then()
                .statusCode(201)
                .body("version", equalTo(0))
                .extract()
                .<String>path("id");

        as(alice).get("/tasks/" + id).then().statusCode(200).body("createdAt", notYear2001());
        as(alice).get("/tasks/" + foreignId).then().statusCode(404);
        as(bob).get("/tasks").then().body("", empty());
    }

    @Test
    @DisplayName("A07 id, owner, timestamps and version in a patch never overwrite the stored ones")
    void ignoresTheServicesOwnFieldsInAPatch() {
        var id = create(alice, "Mine");

        patch(alice, id, """
                        {"title": "Still mine", "id": "%s", "owner": "%s", "createdAt": "2001-01-01T00:00:00Z",
                         "changedAt": "2001-01-01T00:00:00Z", "completedAt": "2001-01-01T00:00:00Z", "version": 99}""".formatted(UUID.randomUUID(), bob))
                .body("id", equalTo(id))
                .body("createdAt", notYear2001())
                .body("changedAt", notYear2001())
                .body("completedAt", nullValue())
                .body("version", equalTo(1));
        as(bob).get("/tasks").then().body("", empty());
    }

    @Test
    void refusesTitlesThatAreNotOneLineOfUpTo500Characters() {
        for (var title :
                new String[] {"\"\"", "\"   \"", "null", "\"a\\nb\"", "\"a\\u0000b\"", "\"" + "x".repeat(501) + "\""}) {
            as(alice)
                    .contentType("application/json")
                    .body("{\"title\": " + title + "}")
                    .post("/tasks")
                    .then()
                    .statusCode(400)
                    .body("errors", everyItem(hasKey("message")))
                    .body("errors.field", everyItem(equalTo("title")))
                    .body("type", endsWith(":validation-failed"));
        }
        as(alice).get("/tasks").then().body("", empty());
    }

    @Test
    void acceptsATitleOf500CharactersInAnyScript() {
        var title = "ß水🌱".repeat(125);

        as(alice).get("/tasks/" + create(alice, title)).then().body("title", equalTo(title));
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(TestTokens.of(user, "tasks.read tasks.write"));
    }

    private static String create(String user, String title) {
        return as(user).contentType("application/json")
                .body(Map.of("title", title))
                .post("/tasks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse patch(String user, String id, String patch) {
        return as(user).contentType(MERGE_PATCH)
                .body(patch)
                .patch("/tasks/" + id)
                .then()
                .statusCode(200);
    }

    private static Matcher<String> notYear2001() {
        return not(startsWith("2001"));
    }
}
