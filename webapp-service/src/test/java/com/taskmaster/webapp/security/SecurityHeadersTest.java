package com.taskmaster.webapp.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class SecurityHeadersTest {

    private static final byte[] TOO_LARGE = new byte[18 * 1024 * 1024];

    private final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W23 every response has the security headers and is not cached, whatever its status and method")
    void protectsEveryAnswer() {
        Map<Integer, Supplier<Response>> answers = Map.of(
                200, () -> get("/account/sessions"),
                303, () -> request("same-origin").formParam("theme", "dark").post("/preferences"),
                302, () -> given().redirects().follow(false).get("/login"),
                403, () -> request("cross-site").post("/tasks"),
                404, () -> get("/no-such-page"),
                405, () -> get("/logout"),
                413,
                        () -> request("same-origin")
                                .multiPart("file", "tasks.csv", TOO_LARGE)
                                .post("/transfer/import"),
                503, () -> get("/tasks"));

        assertThat(Stream.of(200, 303, 403, 404, 405, 413, 503, 302)).allSatisfy(status -> {
            var answer = answers.get(status).get();
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.header("Content-Security-Policy").split("; form-action "))
                    .as("%d, and where forms may lead to", status)
                    .hasSize(2)
                    .startsWith(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
                                    + "; base-uri 'none'; frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control")).as("%d", status).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).as("%d", status).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as("%d", status).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy"))
                    .as("%d", status)
                    .isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy"))
                    .as("%d", status)
                    .isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy"))
                    .as("%d", status)
                    .contains("camera=()", "geolocation=()", "microphone=()");
            assertThat(answer.headers().getValues("Answered-By"))
                    .as("%d", status)
                    .hasSize(1);
        });
    }

    @Test
    @DisplayName(
            "W30 every 401 has a challenge (RFC 9110 15.5.2), for which no browser shows a dialog; nothing else has one")
    void challengesWhereASignInIsNeeded() {
        Map<String, Supplier<Response>> answers = Map.of(
                "to a script",
                () -> given().header("Sec-Fetch-Mode", "cors").get("/tasks"),
                "to a form without a session",
                () -> given().header("Sec-Fetch-Site", "same-origin")
                        .formParam("title", "Water the plants")
                        .post("/tasks"),
                "after the provider's error",
                () -> given().get("/login/failed?error=login_required"));

        assertThat(answers).allSatisfy((which, send) -> {
            var answer = send.get();
            assertThat(answer.statusCode()).as(which).isEqualTo(401);
            assertThat(answer.headers().getValues("WWW-Authenticate"))
                    .as(which)
                    .containsExactly("Session realm=\"TaskMaster Pro\"");
        });
        assertThat(Stream.of(get("/account/sessions"), request("cross-site").post("/tasks"), get("/tasks")))
                .allSatisfy(answer -> assertThat(answer.headers().hasHeaderWithName("WWW-Authenticate"))
                        .as("%d", answer.statusCode())
                        .isFalse());
    }

    private Response get(String path) {
        return request("none").get(path);
    }

    private RequestSpecification request(String site) {
        return given().redirects()
                .follow(false)
                .cookie("q_session", browser.sessionCookie().getValue())
                .header("Sec-Fetch-Site", site);
    }
}
