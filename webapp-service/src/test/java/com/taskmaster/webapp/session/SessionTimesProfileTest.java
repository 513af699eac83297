package com.taskmaster.webapp.session;

import static com.taskmaster.webapp.Browser.maxAge;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.FewEndpointsProfile;
import com.taskmaster.webapp.provider.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FewEndpointsProfile.class)
@WithBackingProcesses
class SessionTimesProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void clear() {
        table.clear();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W11 using a session keeps it alive, however short the idle timeout is")
    void remembersUsesThatFollowEachOtherSoon() {
        browser.signIn("alice", "/login");

        for (var use = 0; use < 3; use++) {
            passTime();
            assertThat(browser.isSignedIn()).isTrue();
        }
        passTime();
        passTime();
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W11 a session ends after the configured lifetime")
    void lastsAsLongAsConfigured() {
        browser.signIn("alice", "/login");

        assertThat(table.value("select expires_at - started_at from session")).isEqualTo("02:00:00");
    }

    @Test
    @DisplayName("W11 W18 the browser keeps the cookie for the configured lifetime, not for that of the tokens")
    void hasItsCookieKeptAsLongAsItMayLast() {
        var signedIn = browser.get(browser.callbackFor("alice", "/login"));

        assertThat(maxAge("q_session", signedIn)).isGreaterThanOrEqualTo(Duration.ofHours(2));
    }

    @Test
    @DisplayName("W18 tokens are renewed the configured margin before they expire")
    void renewsTokensAsEarlyAsConfigured() {
        browser.signIn("alice", "/login");

        assertThat(table.value("select extract(epoch from tokens_expire_at - renew_at)::int from session"))
                .isEqualTo("100");
    }

    private void passTime() {
        table.execute("update session set last_used_at = last_used_at - interval '40 seconds'");
    }
}
