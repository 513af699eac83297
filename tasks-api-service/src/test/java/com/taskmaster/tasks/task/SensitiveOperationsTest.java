package com.taskmaster.tasks.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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

    @Test
    @DisplayName("A16 deleting everything, emptying the trash and exporting everything need a recent sign-in")
    void needARecentSignIn() {
        alice.create("Water the plants");
        alice.delete("/tasks/" + alice.create("in the trash"));

        for (var answer : new io.restassured.response.Response[] {
            withAnOldSignIn().delete("/tasks"),
            withAnOldSignIn().delete("/tasks?status=trashed"),
            withAnOldSignIn().get("/tasks/export")
        }) {
            answer.then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                    .header("WWW-Authenticate", containsString("max_age=\"300\""));
        }
        alice.get("/tasks").body("", hasSize(1));
        alice.get("/tasks?status=trashed").body("", hasSize(1));
    }

    @Test
    void deletingEverythingFillsTheTrashAndEmptyingTheTrashIsForGood() {
        alice.create("open");
        alice.change(alice.create("completed"), "{\"completed\": true}");

        alice.request().delete("/tasks").then().statusCode(204);
        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=trashed").body("", hasSize(2));

        alice.request().delete("/tasks?status=trashed").then().statusCode(204);
        alice.get("/tasks?status=trashed").body("", empty());
    }
}
