package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.FewEndpointsProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FewEndpointsProfile.class)
@WithBackingProcesses
class SignOutHereProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        table.clear();
        provider.forgetRefreshTokens();
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W13 if the sign-in at the provider cannot be ended, the local session ends, and the page says so")
    void endsTheSessionHere() {
        var cookie = browser.sessionCookie();

        try (var log = new CapturedLog("audit")) {
            var page = browser.post("/logout");
            assertThat(page.getStatusCode()).isEqualTo(200);
            assertThat(page.getContentAsString())
                    .contains("You are signed out here", "sign out there, too")
                    .doesNotContain("/account/sessions", "href=\"/tasks\"");
            assertThat(setCookies(page)).anyMatch(set -> set.startsWith("q_session=;"));
            assertThat(log.lines()).singleElement(STRING).startsWith("event=sign_out ");
        }

        assertThat(table.rows()).isEmpty();
        assertThat(provider.revocationRequests()).hasSize(1);
        assertThat(provider.refreshTokens()).isEmpty();
        browser.setCookie(cookie);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void renewsNoTokensOfASessionThatEnds() {
        table.makeTokensExpire();
        provider.reset();

        assertThat(browser.post("/logout").getStatusCode()).isEqualTo(200);

        assertThat(provider.tokenRequests()).isEmpty();
        assertThat(table.rows()).isEmpty();
    }
}
