package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EveryEndpointProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestUser;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EveryEndpointProfile.class)
@WithBackingProcesses
class RevocationProfileTest {

    private final Browser browser = new Browser();
    private final Browser phone = new Browser();
    private final Browser tablet = new Browser();

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void clear() {
        table.clear();
        provider.forgetRefreshTokens();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
        phone.close();
        tablet.close();
    }

    @Test
    @DisplayName("W13 sign-out revokes the refresh token if the provider has an endpoint for it")
    void revokesTheRefreshToken() {
        browser.signIn("alice", "/login");
        var own = provider.refreshTokens();

        var redirect = location(browser.post("/logout"));

        assertThat(query(redirect)).containsKeys("client_id", "state");
        assertThat(provider.revocationRequests()).singleElement().satisfies(request -> {
            assertThat(request.parameter("token_type_hint")).isEqualTo("refresh_token");
            assertThat(own).containsExactly(request.parameter("token"));
        });
    }

    @Test
    @DisplayName(
            "W13 sign-out ends the sign-in at the provider, and revokes its own token even if another session shares the sign-in")
    void revokesTheRefreshTokenOfASharedSignInThatEnds() {
        provider.alterIdTokens(claims -> claims.setClaim("sid", "shared"));
        browser.signIn("alice", "/login");
        var own = provider.refreshTokens();
        phone.signIn("alice", "/login");

        browser.post("/logout");

        assertThat(provider.revocationRequests())
                .extracting(request -> request.parameter("token"))
                .containsExactlyElementsOf(own);
    }

    @Test
    @DisplayName("W13 sign-out works while the provider does not respond")
    void signsOutWithoutTheProvider() {
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie();
        provider.goDown();
        try {
            assertThat(location(browser.post("/logout"))).contains("/oauth2/v2.0/logout?");
        } finally {
            provider.comeBack();
        }

        browser.setCookie(cookie);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W16 ending another browser's session revokes its refresh token, and no other")
    void revokesTheRefreshTokenOfAnotherBrowser() {
        browser.signIn("alice", "/login");
        var tokenOfTheBrowser = provider.refreshTokens();
        phone.signIn("alice", "/login");

        browser.post("/account/sessions/end");

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(provider.refreshTokens()).isEqualTo(tokenOfTheBrowser);
    }

    @Test
    @DisplayName("W16 all other sessions are ended before the provider, which may hang, is called")
    void endsAllOthersBeforeTheProviderIsAsked() {
        browser.signIn("alice", "/login");
        phone.signIn("alice", "/login");
        tablet.signIn("alice", "/login");
        provider.delayAnswers(Duration.ofMinutes(1));
        var request = CompletableFuture.supplyAsync(() -> browser.post("/account/sessions/end"));
        await().until(() -> !provider.revocationRequests().isEmpty());

        assertThat(table.rows()).hasSize(1);

        provider.reset();
        assertThat(request.join().getStatusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("W16 if two sessions share a sign-in at the provider, ending the first revokes nothing")
    void leavesASharedSignInAlone() {
        provider.alterIdTokens(claims -> claims.setClaim("sid", "shared"));
        browser.signIn("alice", "/login");
        phone.signIn("alice", "/login");

        browser.post("/account/sessions/end");

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(provider.revocationRequests()).isEmpty();
    }

    @Test
    @DisplayName("W16 if the provider names no sessions, only ending a user's last session revokes tokens")
    void leavesAPersonsOtherSessionsAlone() {
        provider.alterIdTokens(claims -> claims.unsetClaim("sid"));
        browser.signIn("alice", "/login");
        phone.signIn("alice", "/login");

        browser.post("/account/sessions/end");
        assertThat(phone.isSignedIn()).isFalse();
        phone.signIn("alice", "/login");
        phone.post("/logout");
        assertThat(provider.revocationRequests()).isEmpty();
        assertThat(browser.isSignedIn()).isTrue();

        browser.post("/logout");
        assertThat(provider.revocationRequests()).hasSize(1);
    }

    @Test
    @DisplayName("W10 if the provider names no sessions, a new sign-in in the same browser revokes nothing")
    void leavesTheSignInThatReplacesAnotherAlone() {
        provider.alterIdTokens(claims -> claims.unsetClaim("sid"));
        browser.signIn("alice", "/login");
        var callback = phone.callbackFor("alice", "/login");
        phone.setCookie(browser.sessionCookie());

        phone.get(callback);

        assertThat(table.rows()).hasSize(1);
        assertThat(provider.revocationRequests()).isEmpty();
    }

    @Test
    @DisplayName("W16 if the provider names no sessions, other users' sessions do not prevent revocation")
    void doesNotTakeAnotherPersonForTheSame() {
        provider.alterIdTokens(claims -> claims.unsetClaim("sid"));
        browser.signIn("alice", "/login");
        provider.signsIn(TestUser.BOB);
        phone.signIn("bob", "/login");

        browser.post("/logout");

        assertThat(provider.revocationRequests()).hasSize(1);
        assertThat(phone.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W10 the refresh token of a session replaced by a new sign-in is revoked")
    void revokesTheRefreshTokenOfAReplacedSession() {
        browser.signIn("alice", "/login");
        var replaced = provider.refreshTokens();
        var callback = phone.callbackFor("alice", "/login");
        phone.setCookie(browser.sessionCookie());

        phone.get(callback);

        assertThat(phone.isSignedIn()).isTrue();
        assertThat(provider.refreshTokens()).hasSize(1).doesNotContainAnyElementsOf(replaced);
    }

    @Test
    @DisplayName("W19 a renewal in progress when its session ends leaves no valid refresh token")
    void revokesWhatARenewalBringsTooLate() {
        browser.signIn("alice", "/login");
        var session = table.onlyRow();
        table.makeTokensExpire();
        provider.delayAnswers(Duration.ofMinutes(1));
        var request = CompletableFuture.supplyAsync(browser::isSignedIn);
        awaitRefresh();

        phone.get("/logout/frontchannel?iss=" + session.get("issuer") + "&sid=" + session.get("provider_session"));
        provider.reset();

        assertThat(request.join()).isFalse();
        assertThat(table.rows()).isEmpty();
        assertThat(provider.revocationRequests()).hasSize(1);
        assertThat(provider.refreshTokens()).isEmpty();
    }

    @Test
    @DisplayName("W17 a renewal that the provider rejects because another instance was faster ends no session")
    void leavesASessionThatAnotherInstanceHasRenewed() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.delayAnswers(Duration.ofMinutes(1));
        var request = CompletableFuture.supplyAsync(browser::isSignedIn);
        awaitRefresh();

        table.execute("update session set renewals = renewals + 1, renewing_until = null,"
                + " renew_at = now() + interval '1 hour', tokens_expire_at = now() + interval '1 hour'");
        provider.forgetRefreshTokens();
        provider.reset();

        assertThat(request.join()).isTrue();
        assertThat(table.onlyRow().get("renewals")).isEqualTo("1");
    }

    private void awaitRefresh() {
        await().until(() -> provider.tokenRequests().stream()
                .anyMatch(refresh -> refresh.parameter("grant_type").equals("refresh_token")));
    }

    @Test
    @DisplayName("W20 a refresh token received with another user's ID token is revoked")
    void revokesWhatIsNotForThisSession() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.alterIdTokens(claims -> claims.setSubject("somebody else"));

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(provider.refreshTokens()).isEmpty();
    }

    @Test
    @DisplayName("W20 if another user's ID token comes without a refresh token, the session's own is revoked")
    void revokesWhatTheSessionHas() {
        browser.signIn("alice", "/login");
        var own = provider.refreshTokens();
        table.makeTokensExpire();
        provider.alterIdTokens(claims -> claims.setSubject("somebody else"));
        provider.alterTokenResponses(response -> response.remove("refresh_token"));

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(provider.revocationRequests())
                .extracting(request -> request.parameter("token"))
                .containsExactlyElementsOf(own);
    }
}
