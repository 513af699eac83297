package com.taskmaster.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ShortIdleTimeoutProfileTest.OfAMinute.class)
@WithBackingProcesses
class ShortIdleTimeoutProfileTest {

    private final Browser browser = new Browser();

    @Inject
    SessionTable table;

    @BeforeEach
    void clear() {
        table.clear();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W11 a session that is used goes on, however short the idle timeout is")
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

    private void passTime() {
        table.execute("update session set last_used_at = last_used_at - interval '40 seconds'");
    }

    public static final class OfAMinute implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("taskmaster.session.idle-timeout", "1M");
        }
    }
}
