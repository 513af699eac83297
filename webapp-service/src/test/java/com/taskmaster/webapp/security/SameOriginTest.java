package com.taskmaster.webapp.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithBackingServices
class SameOriginTest {

    private final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    static Stream<Map<String, String>> foreign() {
        return Stream.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", Browser.WEBAPP),
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", "https://localhost:8080"),
                Map.of("Origin", "http://localhost:80800"),
                Map.of());
    }

    @ParameterizedTest(name = "W21 a POST with {0} is rejected")
    @MethodSource("foreign")
    void refusesPostsFromOtherOrigins(Map<String, String> headers) {
        signOut(headers).statusCode(403).body(containsString("This request came from another site"));

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W21 the header Origin suffices for browsers without Fetch Metadata")
    void acceptsItsOwnOrigin() {
        signOut(Map.of("Origin", Browser.WEBAPP)).statusCode(200);

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W21 a POST from another origin is rejected before the session is looked up")
    void refusesBeforeItLooksAtTheSession() {
        given().header("Sec-Fetch-Site", "cross-site")
                .post(Browser.WEBAPP + "/tasks")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse signOut(Map<String, String> headers) {
        return given().redirects()
                .follow(false)
                .cookie("q_session", browser.sessionCookie().getValue())
                .headers(headers)
                .post(Browser.WEBAPP + "/logout")
                .then();
    }
}
