package com.taskmaster.webapp.session;

import static com.taskmaster.webapp.Browser.location;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class SessionsTest {

    private static final String ENCRYPTED = "eyJ[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+";

    private final Browser browser = new Browser();
    private final Browser bobsBrowser = new Browser();

    @Inject
    SessionTable table;

    @Inject
    Sessions sessions;

    @Inject
    LiveSessions live;

    @Inject
    EncryptionKeys keys;

    @BeforeEach
    void begin() {
        table.clear();
    }

    @AfterEach
    void close() {
        browser.close();
        bobsBrowser.close();
    }

    @Test
    @DisplayName(
            "W08 the cookie is an encrypted handle, and a copy of the table contains neither it nor a readable token")
    void storesNothingUsable() {
        browser.signIn("alice", "/login");

        var row = table.onlyRow();
        var cookie = browser.sessionCookie().getValue();
        var handle = keys.decrypt(cookie).orElseThrow();

        assertThat(cookie).as("encrypted (JWE, direct)").matches(ENCRYPTED);
        assertThat(row.get("tokens")).as("encrypted (JWE, direct)").matches(ENCRYPTED);
        assertThat(row.values()).noneMatch(value -> value.contains(cookie) || value.contains(handle));
        assertThat(row.values()).as("a JWT").noneMatch(value -> value.matches("eyJ[\\w-]+\\.eyJ.*"));
    }

    @Test
    @DisplayName("W08 tokens moved to another row cannot be used")
    void refusesTokensOfAnotherRow() {
        browser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");

        table.execute("update session set tokens = (select tokens from session order by started_at limit 1)");

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(bobsBrowser.isSignedIn()).isFalse();
    }

    @ParameterizedTest(name = "W08 a cookie that is {0} opens no session")
    @ValueSource(strings = {"the row's name", "changed", "cut off", "no cookie of ours"})
    void refusesAMadeUpCookie(String kind) {
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie().getValue();
        var madeUp =
                switch (kind) {
                    case "the row's name" -> table.onlyRow().get("handle_hash");
                    case "changed" -> cookie.substring(0, cookie.length() - 4) + "AAAA";
                    case "cut off" -> cookie.substring(0, cookie.length() / 2);
                    case "no cookie of ours" -> "x.y.z";
                    default -> throw new IllegalArgumentException(kind);
                };

        browser.setSessionCookie(madeUp);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(table.rows()).as("alice's own session is still there").hasSize(1);
    }

    @Test
    @DisplayName("W11 a session ends if it is not used for the idle timeout")
    void endsWhenItIsNotUsed() {
        browser.signIn("alice", "/login");
        table.execute("update session set last_used_at = now() - interval '59 minutes'");
        assertThat(browser.isSignedIn()).isTrue();

        table.execute("update session set last_used_at = now() - interval '61 minutes'");
        assertThat(location(browser.get("/tasks"))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName("W11 using a session keeps it from being idle")
    void remembersItsUse() {
        browser.signIn("alice", "/login");
        table.execute("update session set last_used_at = now() - interval '59 minutes'");

        browser.get("/tasks");

        table.execute("update session set last_used_at = last_used_at - interval '59 minutes'");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W11 a session ends after its lifetime, however much it is used")
    void endsAfterItsLifetime() {
        browser.signIn("alice", "/login");
        assertThat(table.value("select expires_at - started_at from session"))
                .as("hours after the sign-in")
                .isEqualTo("12:00:00");

        table.execute("update session set expires_at = now()");

        assertThat(location(browser.get("/tasks"))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName("W12 signing out removes the row")
    void forgetsASessionThatEnded() {
        browser.signIn("alice", "/login");

        browser.post("/logout");

        assertThat(table.rows()).isEmpty();
    }

    @Test
    @DisplayName("W10 signing in again removes the previous session")
    void replacesTheSessionOfBefore() {
        var callback = browser.callbackFor("alice", "/login");
        bobsBrowser.signIn("bob", "/login");
        browser.setCookie(bobsBrowser.sessionCookie());

        browser.get(callback);

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(bobsBrowser.isSignedIn()).isFalse();
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void removesSessionsThatHaveEnded() {
        browser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");
        table.execute("update session set expires_at = now() where started_at = (select max(started_at) from session)");

        sessions.removeExpired();

        assertThat(table.rows()).hasSize(1);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(bobsBrowser.isSignedIn()).isFalse();
    }

    @Test
    void tellsHowManySessionsAreAlive() {
        browser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");
        live.count();
        assertThat(metric("taskmaster_sessions")).isEqualTo("2.0");

        table.execute("update session set expires_at = now() where started_at = (select max(started_at) from session)");
        live.count();
        assertThat(metric("taskmaster_sessions")).isEqualTo("1.0");
    }

    @Test
    void leavesTheRemovalToAnotherInstanceThatIsAtIt() {
        browser.signIn("alice", "/login");
        table.execute("update session set expires_at = now()");

        table.whileHolding("select pg_advisory_xact_lock(7203845112)", sessions::removeExpired);
        assertThat(table.rows()).hasSize(1);

        sessions.removeExpired();
        assertThat(table.rows()).isEmpty();
    }

    private static String metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
