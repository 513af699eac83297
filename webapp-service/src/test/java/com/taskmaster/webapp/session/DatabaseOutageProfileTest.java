package com.taskmaster.webapp.session;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.backing.DatabaseOfItsOwn;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestProviderResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutageProfileTest.WithADatabaseOfItsOwn.class)
class DatabaseOutageProfileTest {

    private static final Duration OUTAGE_IS_OVER = Duration.ofSeconds(30);

    /** {@code quarkus.datasource.jdbc.foreground-validation-interval}. */
    private static final Duration CONNECTIONS_ARE_LOOKED_AT = Duration.ofSeconds(1);

    public static class WithADatabaseOfItsOwn extends EntraProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            var resources = new ArrayList<>(super.testResources());
            resources.add(new TestResourceEntry(DatabaseOfItsOwn.class, Map.of("database", "webapp")));
            return resources;
        }

        @Override
        protected Map<String, String> arguments() {
            return Map.of(TestProviderResource.ANNOUNCED, "revocation_endpoint");
        }
    }

    DatabaseOfItsOwn database;

    TestProvider provider;

    @Inject
    SessionTable table;

    private final Browser browser = new Browser();

    /** Connections from before the last outage are validated after a second of idleness; until then, one may fail. */
    @BeforeEach
    void begin() {
        await("the database answers")
                .atMost(OUTAGE_IS_OVER)
                .during(CONNECTIONS_ARE_LOOKED_AT)
                .until(this::isCleared);
    }

    private boolean isCleared() {
        try {
            table.clear();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @AfterEach
    void close() {
        provider.reset();
        provider.forgetRefreshTokens();
        browser.close();
    }

    @Test
    @DisplayName("W29 an outage of the session database signs nobody out, and is recovered from automatically")
    void tellsOfTheOutageAndSignsNobodyOut() {
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie().getValue();

        database.stopServer();
        for (var page : List.of(browser.get("/tasks"), browser.post("/tasks"))) {
            assertThat(page.getStatusCode()).isEqualTo(503);
            assertThat(page.getContentAsString()).contains("We cannot check your sign-in", "You are not signed out");
        }
        assertThat(browser.sessionCookie().getValue()).isEqualTo(cookie);
        assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        database.startServer();
        await().atMost(OUTAGE_IS_OVER).until(browser::isSignedIn);
    }

    @Test
    @DisplayName("W29 the same if the database's machine is gone without closing its connections")
    void tellsOfADatabaseThatHasFallenSilent() {
        browser.signIn("alice", "/login");
        await("connections have rested").pollDelay(CONNECTIONS_ARE_LOOKED_AT).until(() -> true);

        database.fallSilent();
        try {
            assertThat(CompletableFuture.supplyAsync(() -> browser.get("/tasks").getStatusCode()))
                    .succeedsWithin(OUTAGE_IS_OVER)
                    .isEqualTo(503);
            assertThat(CompletableFuture.supplyAsync(
                            () -> given().get("/q/health/ready").statusCode()))
                    .succeedsWithin(OUTAGE_IS_OVER)
                    .isEqualTo(503);
        } finally {
            database.answerAgain();
        }

        await().atMost(OUTAGE_IS_OVER).until(browser::isSignedIn);
    }

    @Test
    @DisplayName("W29 a database that is lost in the middle of a commit is an outage, not a missing session")
    void tellsOfADatabaseThatIsLostInACommit() {
        browser.signIn("alice", "/login");
        table.execute("update session set last_used_at = now() - interval '2 minutes'");
        loseConnectionsInCommitsAfter("update");

        try {
            for (var page : List.of(browser.get("/tasks"), browser.post("/tasks"))) {
                assertThat(page.getStatusCode()).isEqualTo(503);
                assertThat(page.getContentAsString()).contains("We cannot check your sign-in");
            }
        } finally {
            keepConnections();
        }
        assertThat(browser.isSignedIn()).isTrue();
    }

    private void loseConnectionsInCommitsAfter(String event) {
        table.execute("""
                create function end_connection() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
                create constraint trigger ends_in_commit after %s on session deferrable initially deferred
                    for each row execute function end_connection()""".formatted(event));
    }

    private void keepConnections() {
        table.execute("drop function end_connection() cascade");
    }

    @Test
    @DisplayName("W06 W29 a sign-in that an outage prevents leaves no code in the page and no valid refresh token")
    void leavesNothingOfASignInThatAnOutagePrevents() {
        var callback = browser.callbackFor("alice", "/login");
        var response = query(callback);

        database.stopServer();
        var page = browser.get(callback);
        database.startServer();

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString())
                .contains("We cannot check your sign-in")
                .contains("<a class=\"button primary\" href=\"/tasks\">")
                .contains("<a href=\"/preferences\" referrerpolicy=\"no-referrer\">")
                .doesNotContain(response.get("code"), response.get("state"));
        assertThat(provider.tokenRequests()).hasSize(1);
        assertThat(provider.revocationRequests()).hasSize(1);
        assertThat(provider.refreshTokens()).isEmpty();
        assertThat(browser.sessionCookie()).isNull();
    }

    @Test
    @DisplayName(
            "W29 a sign-in that an outage prevents ends with that page even if the refresh token cannot be revoked")
    void explainsTheOutageAlthoughRevocationFails() {
        provider.refuseRevocations();
        var callback = browser.callbackFor("alice", "/login");

        database.stopServer();
        var page = browser.get(callback);
        database.startServer();

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("We cannot check your sign-in");
        assertThat(provider.revocationRequests()).hasSize(1);
    }

    @Test
    @DisplayName("W29 an outage during another sign-in leaves the session as it was, with its refresh token")
    void keepsTheSessionThatASignInWasToReplace() {
        browser.signIn("alice", "/login");
        var own = provider.refreshTokens();
        var callback = callbackWithMoreScopes();

        database.stopServer();
        var page = browser.get(callback);
        database.startServer();

        assertThat(page.getStatusCode()).isEqualTo(503);
        await().atMost(OUTAGE_IS_OVER).until(browser::isSignedIn);
        assertThat(provider.revocationRequests()).isEmpty();
        assertThat(provider.refreshTokens()).containsAll(own);
    }

    @Test
    @DisplayName(
            "W29 a sign-in that an outage prevents leaves no valid refresh token if the previous session has ended")
    void leavesNoRefreshTokenBesideTheCookieOfAnEndedSession() {
        browser.signIn("alice", "/login");
        var own = Set.copyOf(provider.refreshTokens());
        var callback = callbackWithMoreScopes();
        table.clear();
        loseConnectionsInCommitsAfter("insert");

        try {
            assertThat(browser.get(callback).getStatusCode()).isEqualTo(503);
        } finally {
            keepConnections();
        }
        assertThat(provider.revocationRequests()).hasSize(1);
        assertThat(provider.refreshTokens()).isEqualTo(own);
    }

    /** The authorization response to a request for {@code tasks.write}, which a user's first change makes. */
    private String callbackWithMoreScopes() {
        return browser.authorize(
                "alice",
                location(browser.get(location(browser.post(
                        "/tasks",
                        Map.of("form", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "title", "Water the plants"))))));
    }

    @Test
    @DisplayName("W17 W29 tokens renewed during a database outage are stored once it is over")
    void keepsRenewedTokensUntilTheyCanBeStored() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.delayAnswers(Duration.ofMinutes(1));
        try (var log = new CapturedLog(Renewals.class.getName())) {
            var request = CompletableFuture.supplyAsync(() -> browser.get("/tasks"));
            await().until(() -> provider.tokenRequests().stream()
                    .anyMatch(refresh -> refresh.parameter("grant_type").equals("refresh_token")));
            database.stopServer();
            provider.reset();
            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("cannot be stored yet")));
            database.startServer();
            assertThat(request.join().getStatusCode()).isIn(200, 503);
        }

        await().atMost(OUTAGE_IS_OVER).until(browser::isSignedIn);
        assertThat(table.onlyRow().get("renewals")).isEqualTo("1");
        assertThat(provider.tokenRequests())
                .as("the refresh token is used once")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "W13 W29 signing out during a database outage deletes the cookie, and the page says that the session still exists")
    void saysThatASessionCouldNotBeEnded() {
        browser.signIn("alice", "/login");

        database.stopServer();
        var page = browser.post("/logout");
        database.startServer();

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("You are signed out in this browser only");
        assertThat(browser.sessionCookie()).isNull();
    }
}
