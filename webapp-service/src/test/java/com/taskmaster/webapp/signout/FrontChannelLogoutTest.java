package com.taskmaster.webapp.signout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class FrontChannelLogoutTest {

    private final Browser browser = new Browser();
    private final Browser secondBrowser = new Browser();

    @Inject
    SessionTable table;

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    private Map<String, String> session;

    @BeforeEach
    void signIn() {
        table.clear();
        browser.signIn("alice", "/login");
        session = table.onlyRow();
        secondBrowser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        browser.close();
        secondBrowser.close();
    }

    @Test
    @DisplayName(
            "W15 the page ends the session named by issuer and sid, without a cookie, in a frame of the provider's page")
    void endsTheNamedSession() {
        var answer = visit(session.get("issuer"), session.get("provider_session"))
                .statusCode(200)
                .extract();

        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .as("of two, a browser obeys both")
                .containsExactly("default-src 'none'; frame-ancestors " + keycloak);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(secondBrowser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W15 another issuer, another sid, or neither ends nothing")
    void endsNothingElse() {
        visit("https://evil.example", session.get("provider_session")).statusCode(400);
        visit(session.get("issuer"), "another").statusCode(200);
        given().queryParam("iss", session.get("issuer"))
                .get("/logout/frontchannel")
                .then()
                .statusCode(400);
        given().queryParam("sid", session.get("provider_session"))
                .get("/logout/frontchannel")
                .then()
                .statusCode(400);
        browser.get("/logout/frontchannel");

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(secondBrowser.isSignedIn()).isTrue();
    }

    private static ValidatableResponse visit(String issuer, String session) {
        return given().queryParam("iss", issuer)
                .queryParam("sid", session)
                .get("/logout/frontchannel")
                .then();
    }
}
