package com.taskmaster.webapp.session;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class RenewalsTest {

    private final Browser browser = new Browser();

    @Inject
    SessionTable table;

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    private KeycloakAdmin admin;

    @BeforeEach
    void begin() {
        admin = new KeycloakAdmin(keycloak);
        table.clear();
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void restore() {
        admin.setEnabled("alice", true);
        browser.close();
    }

    @Test
    @DisplayName("W18 tokens are renewed before they expire, unnoticed by the user and with the same cookie")
    void renewsTokensBeforeTheyExpire() {
        var cookie = browser.sessionCookie().getValue();
        var before = table.onlyRow();
        table.makeDue();

        assertThat(browser.isSignedIn()).isTrue();

        var after = table.onlyRow();
        assertThat(browser.sessionCookie().getValue()).isEqualTo(cookie);
        assertThat(after.get("started_at")).isEqualTo(before.get("started_at"));
        assertThat(after.get("tokens")).isNotEqualTo(before.get("tokens"));
        assertThat(table.value("select renew_at > now() from session")).isEqualTo("t");
        assertThat(after.get("renewals")).isEqualTo("1");
    }

    @Test
    @DisplayName("W18 tokens are not renewed until a minute before they expire")
    void keepsTokensThatLiveLongEnough() {
        var refreshes = admin.events("REFRESH_TOKEN");

        assertThat(browser.isSignedIn()).isTrue();

        assertThat(admin.events("REFRESH_TOKEN")).isEqualTo(refreshes);
        assertThat(table.value("select extract(epoch from tokens_expire_at - renew_at)::int from session"))
                .isEqualTo("60");
    }

    @Test
    @DisplayName("W17 many concurrent requests with expired tokens cause a single refresh, and all succeed")
    void refreshesOnceForAll() {
        var refreshes = admin.events("REFRESH_TOKEN");
        table.makeTokensExpire();

        var answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(browser::copy).thenApplyAsync(Browser::isSignedInAndClose))
                .limit(50)
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(true);
        assertThat(admin.events("REFRESH_TOKEN")).isEqualTo(refreshes + 1);
    }

    @Test
    @DisplayName("W19 a rejected refresh ends the session, and the user returns to the same page after signing in")
    void endsASessionThatTheProviderHasEnded() {
        table.makeTokensExpire();

        admin.setEnabled("alice", false);
        var signIn = location(browser.get("/login?return_to=/tasks?cursor=x"));
        admin.setEnabled("alice", true);

        assertThat(signIn).contains("/protocol/openid-connect/auth?");
        assertThat(table.rows()).isEmpty();
        assertThat(location(browser.get(browser.authorize("alice", signIn))))
                .isEqualTo(Browser.WEBAPP + "/login?return_to=/tasks?cursor=x");
    }

    @Test
    @DisplayName("W17 a request that finds another instance renewing continues with tokens that are still valid")
    void doesNotWaitWhereItNeedNot() {
        var refreshes = admin.events("REFRESH_TOKEN");
        table.makeDue();
        table.execute("update session set renewing_until = now() + interval '1 hour'");

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(admin.events("REFRESH_TOKEN")).isEqualTo(refreshes);
    }

    @Test
    @DisplayName("W17 a renewal whose instance has died is taken over once its lease has expired")
    void takesOverFromADeadRefresher() {
        table.makeTokensExpire();
        table.execute("update session set renewing_until = now() + interval '2 seconds'");

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(table.onlyRow().get("renewals")).isEqualTo("1");
    }
}
