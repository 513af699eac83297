package com.taskmaster.webapp.error;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class ErrorPageTest {

    @ParameterizedTest(name = "W30 a request with {0}: {1} gets a message, not a page")
    @CsvSource({"HX-Request, true", "Sec-Fetch-Mode, cors", "Sec-Fetch-Mode, same-origin"})
    void answersScriptsWithTheMessageAlone(String header, String value) {
        given().header(header, value)
                .get(WEBAPP + "/nowhere")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(startsWith("<div class=\"notice\" role=\"alert\" data-error=\"NOT_FOUND\">"))
                .body(containsString("This page does not exist"), not(containsString("<main")));
    }

    @ParameterizedTest(name = "a request with {0}: {1} gets a page")
    @CsvSource({"HX-Request, false", "Sec-Fetch-Mode, navigate", "Accept, text/html"})
    void answersPeopleWithAPage(String header, String value) {
        given().header(header, value)
                .get(WEBAPP + "/nowhere")
                .then()
                .statusCode(404)
                .body(startsWith("<!DOCTYPE html>"), containsString("This page does not exist"));
    }

    @Test
    void leadsWhoeverIsRememberedBackToTheTasks() {
        var toTasks = containsString("<a class=\"button primary\" href=\"/tasks\">To your tasks</a>");

        given().get(WEBAPP + "/nowhere").then().body(not(toTasks));
        given().cookie("q_session", "ended").get(WEBAPP + "/nowhere").then().body(toTasks);
    }

    @Test
    void answersScriptsOfOtherOriginsInTheSameWay() {
        given().header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "cross-site")
                .post(WEBAPP + "/tasks")
                .then()
                .statusCode(403)
                .body(startsWith("<div class=\"notice\" role=\"alert\" data-error=\"OTHER_ORIGIN\">"));
    }

    @ParameterizedTest(name = "{0} offers nothing that requires a sign-in")
    @ValueSource(strings = {"/nowhere", "/login/failed"})
    void offersNothingToWhoIsNotSignedIn(String path) {
        given().get(WEBAPP + path).then().body(not(containsString("/account/sessions")), not(containsString("htmx")));
    }
}
