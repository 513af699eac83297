package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class EndedSessionTest {

    private final Browser browser = new Browser();

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W13 signing out after the session has ended also signs out at the provider")
    void endsTheProvidersSessionAlsoWhereOursHasEnded() {
        table.clear();

        var request = location(browser.post("/logout"));

        assertThat(browser.sessionCookie()).isNull();
        assertThat(request).contains("/realms/taskmaster/protocol/openid-connect/logout?");
        assertThat(query(request))
                .containsEntry("client_id", "taskmaster-webapp")
                .containsEntry("post_logout_redirect_uri", WEBAPP + "/")
                .doesNotContainKey("id_token_hint");
        var back = browser.confirmSignOut(request);
        assertThat(back).isEqualTo(WEBAPP + "/?state=" + query(request).get("state"));
        assertThat(browser.get(back).getContentAsString()).contains("You are signed out");
        assertThat(browser.get(location(browser.get("/login"))).getContentAsString())
                .as("the provider asks for the password again")
                .contains("id=\"password\"");
    }
}
