package com.taskmaster.tasks.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class SensitiveOperationsTest {

    private final TasksApi alice = TasksApi.somebodyNew();

    private RequestSpecification withAnOldSignIn() {
        return given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims(alice.user())
                        .claim("scope", "tasks.read tasks.write")
                        .claim("auth_time", Instant.now().minusSeconds(3_600).getEpochSecond())));
    }

    private static void assertStepUp(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .header("WWW-Authenticate", containsString("max_age=\"300\""));
    }

    @Test
    @DisplayName("A16 deleting everything and emptying the trash need a recent sign-in")
    void needARecentSignIn() {
        alice.create("Water the plants");
        alice.delete("/tasks/" + alice.create("in the trash"));

        assertStepUp(withAnOldSignIn().delete("/tasks"));
        assertStepUp(withAnOldSignIn().delete("/tasks?status=trashed"));

        alice.get("/tasks").body("", hasSize(1));
        alice.get("/tasks?status=trashed").body("", hasSize(1));
    }

    @ParameterizedTest(name = "A16 exporting everything as {0} needs a recent sign-in and tasks.read")
    @ValueSource(strings = {"application/json", "text/csv", "text/calendar"})
    void exportingNeedsARecentSignInAndTheScope(String mediaType) {
        assertStepUp(withAnOldSignIn().accept(mediaType).get("/tasks/export"));
        given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims(alice.user())
                        .claim("scope", "tasks.write")
                        .claim("auth_time", Instant.now().getEpochSecond())))
                .accept(mediaType)
                .get("/tasks/export")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\", scope=\"tasks.read\""));
        alice.request().accept(mediaType).get("/tasks/export").then().statusCode(200);
    }

    @Test
    void deletingEverythingFillsTheTrashAndEmptyingTheTrashIsForGood() {
        var open = alice.create("open");
        alice.change(alice.create("completed"), "{\"completed\": true}");

        alice.request().delete("/tasks").then().statusCode(204);
        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=trashed").body("", hasSize(2));
        alice.get("/tasks/" + open + "/history").body("client", everyItem(equalTo("taskmaster-webapp")));

        alice.request().delete("/tasks?status=trashed").then().statusCode(204);
        alice.get("/tasks?status=trashed").body("", empty());
    }
}
