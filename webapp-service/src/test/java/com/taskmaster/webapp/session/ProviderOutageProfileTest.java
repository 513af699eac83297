package com.taskmaster.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A provider that hangs or restarts, and an instance with many users, few threads and a connection for each user. */
@QuarkusTest
@TestProfile(ProviderOutageProfileTest.WithFewThreads.class)
@WithBackingProcesses
class ProviderOutageProfileTest {

    private static final int THREADS = 4;
    private static final int PEOPLE = 5 * THREADS;

    private final Browser browser = new Browser();
    private final List<Browser> others =
            Stream.generate(Browser::new).limit(PEOPLE).toList();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        table.clear();
        others.forEach(other -> other.signIn("bob", "/login"));
    }

    @AfterEach
    void reset() {
        provider.reset();
        people.shutdown();
        others.forEach(Browser::close);
        browser.close();
    }

    @Test
    @DisplayName(
            "W29 however many users wait for a hanging provider, those with valid tokens are served, and all continue afterwards")
    void servesWhoNeedsNoProviderWhileItHangs() {
        table.makeTokensExpire();
        browser.signIn("alice", "/login");
        provider.delayAnswers(Duration.ofMinutes(1));
        var waiting = everybody(Browser::isSignedIn);
        await().until(() -> table.value("select count(*) from session where renewing_until > now()")
                .equals(String.valueOf(PEOPLE)));

        await("for all at once: nobody queues for a connection")
                .until(() -> provider.tokenRequests().stream()
                                .filter(request ->
                                        request.parameter("grant_type").equals("refresh_token"))
                                .count()
                        == PEOPLE);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.get("/account/sessions").getStatusCode()).isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        provider.reset();
        assertThat(waiting).extracting(CompletableFuture::join).containsOnly(true);
        assertThat(table.value("select count(*) from session where renewals = 1"))
                .isEqualTo(String.valueOf(PEOPLE));
    }

    @Test
    @DisplayName("W28 however many sign-ins a hanging provider has left unanswered, the next one gets a connection")
    void hasRoomForTheNextSignInBesideThoseThatWereGivenUp() {
        others.forEach(other -> other.removeCookies("q_session"));
        var callbacks =
                others.stream().collect(Collectors.toMap(other -> other, other -> other.callbackFor("bob", "/login")));
        provider.delayAnswers(Duration.ofMinutes(1));

        assertThat(everybody(other -> other.get(callbacks.get(other)).getStatusCode() == 503))
                .extracting(CompletableFuture::join)
                .containsOnly(true);
        provider.delayAnswers(Duration.ZERO);
        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).as("while the others hang still").isTrue();
    }

    @Test
    @DisplayName(
            "W29 a provider's restart signs nobody out: users with valid tokens continue, the others see an error page")
    void outlivesARestartOfTheProvider() {
        table.makeDue();
        provider.goDown();
        try {
            assertThat(everybody(Browser::isSignedIn))
                    .extracting(CompletableFuture::join)
                    .containsOnly(true);
            table.makeTokensExpire();
            table.forgetRenewal();
            assertThat(everybody(other -> other.get("/login").getStatusCode() == 503))
                    .extracting(CompletableFuture::join)
                    .containsOnly(true);
        } finally {
            provider.comeBack();
        }

        assertThat(everybody(Browser::isSignedIn))
                .extracting(CompletableFuture::join)
                .containsOnly(true);
    }

    private List<CompletableFuture<Boolean>> everybody(Predicate<Browser> asks) {
        return others.stream()
                .map(other -> CompletableFuture.supplyAsync(() -> asks.test(other), people))
                .toList();
    }

    public static final class WithFewThreads extends EntraProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.thread-pool.max-threads", String.valueOf(THREADS));
            settings.put("quarkus.oidc.max-pool-size", String.valueOf(PEOPLE));
            return settings;
        }
    }
}
