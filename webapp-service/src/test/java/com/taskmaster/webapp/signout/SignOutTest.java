package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class SignOutTest {

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
    @DisplayName("W13 sign-out redirects to the provider's end-session endpoint with id_token_hint and state")
    void endsTheProvidersSessionToo() {
        var answer = browser.post("/logout");

        assertThat(answer.getContentAsString()).as("a page without a token").doesNotContain("eyJ");
        var redirect = location(answer);
        assertThat(redirect).contains("/realms/taskmaster/protocol/openid-connect/logout?");
        assertThat(query(redirect))
                .containsEntry("post_logout_redirect_uri", WEBAPP + "/")
                .containsKey("state");
        assertThat(claims(query(redirect).get("id_token_hint"))).contains("\"preferred_username\":\"alice\"");
        assertThat(browser.isSignedIn()).isFalse();

        var back = location(browser.get(redirect));
        assertThat(back).isEqualTo(WEBAPP + "/?state=" + query(redirect).get("state"));
        assertThat(browser.get(back).getContentAsString()).contains("You are signed out");
        assertThat(browser.get(location(browser.get("/login"))).getContentAsString())
                .as("the provider asks for the password again")
                .contains("id=\"password\"");
    }

    @Test
    @DisplayName("W13 a GET signs nobody out")
    void ignoresAGet() {
        assertThat(browser.get("/logout").getStatusCode()).isEqualTo(405);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W12 after sign-out, a copied cookie leads to a new sign-in")
    void killsCopiesOfTheCookie() {
        var copy = browser.sessionCookie();
        browser.post("/logout");

        try (var thief = new Browser()) {
            thief.setCookie(copy);
            assertThat(thief.isSignedIn()).isFalse();
            assertThat(location(thief.get("/tasks"))).contains("/protocol/openid-connect/auth?");
        }
    }

    @Test
    void signsOutWhoIsSignedOutAlready() {
        browser.removeCookies("q_session");

        assertThat(query(location(browser.post("/logout"))))
                .as("at the provider somebody may be signed in still")
                .containsEntry("client_id", "taskmaster-webapp")
                .containsEntry("post_logout_redirect_uri", WEBAPP + "/");
    }

    @Test
    void theFrontPageSaysNothingOfASignOutThatNobodyAskedFor() {
        assertThat(browser.get("/?state=made-up").getContentAsString()).doesNotContain("You are signed out");
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }
}
