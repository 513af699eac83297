package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestProviderResource;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A provider that ends no sign-in for anybody else (no {@code end_session_endpoint}). */
@QuarkusTest
@TestProfile(SignOutHereTest.WithoutEndSessionEndpoint.class)
@WithBackingProcesses
class SignOutHereTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        table.clear();
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W13 where the provider's sign-in cannot be ended, the session here is, and the page says so")
    void endsTheSessionHere() {
        var cookie = browser.sessionCookie();

        try (var log = new CapturedLog("audit")) {
            var page = browser.post("/logout");
            assertThat(page.getStatusCode()).isEqualTo(200);
            assertThat(page.getContentAsString()).contains("You are signed out here", "sign out there, too");
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

    public static final class WithoutEndSessionEndpoint extends EntraProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.oidc.logout.path", "");
            return settings;
        }

        @Override
        protected Map<String, String> arguments() {
            return Map.of(
                    TestProviderResource.ANNOUNCED, "revocation_endpoint",
                    TestProviderResource.WITHHELD, "end_session_endpoint");
        }
    }
}
