package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Keycloak;
import com.taskmaster.backing.KeycloakAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two packaged web apps with one database, behind a load balancer at the URL that the provider knows. */
class SeveralInstancesIT {

    private static final int ROUNDS = Integer.getInteger("renewal.rounds", 20);
    private static final String CLIENT = "taskmaster-webapp";
    private static final String OLD_KEY = "old-0123456789-0123456789-0123456789";
    private static final String NEW_KEY = "new-0123456789-0123456789-0123456789";

    /** Every instance must know a new key before the first one encrypts with it. */
    private static final Map<String, String> BEFORE_A_KEY_CHANGE = keys(OLD_KEY, NEW_KEY);

    private static Pair pair;
    private static WebAppInstance a;
    private static WebAppInstance b;
    private static RoundRobin entrance;

    private KeycloakAdmin provider;
    private SessionRows sessions;
    private Visitor alice;

    @BeforeAll
    static void start() throws IOException {
        var settings = PairSettings.onFreePorts(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-"));
        pair = Pair.startBackingServices(settings, new Steps(System.out));
        a = WebAppInstance.start("webapp-a", pair, BEFORE_A_KEY_CHANGE);
        b = WebAppInstance.start("webapp-b", pair, BEFORE_A_KEY_CHANGE);
        entrance = new RoundRobin(settings.webapp(), a, b);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var part : Arrays.asList(entrance, b, a, pair)) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void begin() {
        provider = new KeycloakAdmin(pair.keycloak());
        sessions = new SessionRows(pair.webappDatabase());
        sessions.clear();
        entrance.leadTo(a, b);
        alice = new Visitor(pair.webapp());
    }

    @Test
    @DisplayName("W17 50 concurrent requests to two instances with expired tokens cause a single refresh, every time")
    void refreshesOnceForAllInstances() {
        alice.signIn("alice");
        var refreshes = provider.events("REFRESH_TOKEN");
        var errors = provider.events("REFRESH_TOKEN_ERROR");

        for (var round = 1; round <= ROUNDS; round++) {
            sessions.makeTokensExpire();

            var answers = round % 2 == 0 ? alice.isSignedInAtOnce(50, a, b) : alice.isSignedInAtOnce(50, b, a);

            assertThat(answers).as("round %d", round).hasSize(50).containsOnly(true);
            assertThat(provider.events("REFRESH_TOKEN")).as("round %d", round).isEqualTo(refreshes + round);
        }

        assertThat(sessions.renewals()).isEqualTo(ROUNDS);
        assertThat(provider.events("REFRESH_TOKEN_ERROR")).isEqualTo(errors);
    }

    @Test
    @DisplayName(
            "W17 if an instance is killed while it renews tokens, another one takes over and the user stays signed in")
    void takesOverFromAKilledInstance() throws IOException {
        try (var endpoint = new StalledTokenEndpoint();
                var killed = startWithTokensFrom(endpoint)) {
            alice.signIn("alice");
            sessions.makeTokensExpire();
            var refreshes = provider.events("REFRESH_TOKEN");

            var request = alice.ask(killed, "/login");
            assertThat(endpoint.awaitRequest()).contains("grant_type=refresh_token");
            killed.kill();
            assertThat(sessions.isBeingRenewed()).isTrue();

            assertThat(alice.isSignedInAt(b)).isTrue();
            assertThat(alice.isSignedInAt(a)).isTrue();
            assertThat(request).isCompletedExceptionally();
            assertThat(provider.events("REFRESH_TOKEN")).isEqualTo(refreshes + 1);
        }
    }

    @Test
    @DisplayName("W19 if new tokens are lost with the instance that received them, the user signs in again")
    void endsTheSessionWhoseNewTokensAreLost() throws IOException {
        try (var endpoint = new StalledTokenEndpoint();
                var killed = startWithTokensFrom(endpoint)) {
            alice.signIn("alice");
            sessions.makeTokensExpire();
            var refreshes = provider.events("REFRESH_TOKEN");

            alice.ask(killed, "/login");
            endpoint.awaitAnswer(pair.keycloak());
            killed.kill();
            assertThat(provider.events("REFRESH_TOKEN")).isEqualTo(refreshes + 1);

            assertThat(alice.isSignedInAt(b)).isFalse();
            alice.signIn("alice");
            assertThat(alice.isSignedInAt(a)).isTrue();
            assertThat(alice.isSignedInAt(b)).isTrue();
        }
    }

    @Test
    @DisplayName("W14 a back-channel logout received by one instance ends the session at the other one")
    void hearsOfALogoutThroughAnyInstance() {
        alice.signIn("alice");
        assertThat(alice.isSignedInAt(a)).isTrue();

        entrance.leadTo(b);
        provider.logout("alice");

        assertThat(b.logged()).contains("event=back_channel_logout");
        assertThat(a.logged()).doesNotContain("event=back_channel_logout");
        assertThat(alice.isSignedInAt(a)).isFalse();
    }

    @Test
    @DisplayName("W12 after signing out at one instance, a copied cookie is worthless at the other one")
    void endsASessionForAllInstances() {
        alice.signIn("alice");
        var thief = alice.copy();
        assertThat(thief.isSignedInAt(b)).isTrue();

        alice.signOutAt(a);

        assertThat(thief.isSignedInAt(b)).isFalse();
    }

    @Test
    @DisplayName("W16 a session ended from another browser has ended at every instance")
    void endsASessionFromAnotherBrowser() {
        alice.signIn("alice");
        var elsewhere = new Visitor(pair.webapp());
        elsewhere.signIn("alice");
        assertThat(elsewhere.isSignedInAt(b)).isTrue();

        alice.endOtherSessionsAt(a);

        assertThat(elsewhere.isSignedInAt(b)).isFalse();
        assertThat(alice.isSignedInAt(b)).isTrue();
    }

    @Test
    @DisplayName("W09 the encryption key is replaced instance by instance, and nobody is signed out")
    void replacesTheEncryptionKey() {
        entrance.leadTo(a);
        alice.signIn("alice");
        var oldKey = sessions.keyOfTokens();

        try (var replaced = WebAppInstance.start("webapp-replaced-key", pair, keys(NEW_KEY, OLD_KEY))) {
            assertThat(alice.isSignedInAt(replaced)).isTrue();
            assertThat(sessions.keyOfTokens()).isEqualTo(oldKey);

            sessions.makeDue();
            assertThat(alice.isSignedInAt(replaced)).isTrue();
            assertThat(sessions.keyOfTokens()).isNotEqualTo(oldKey);
            assertThat(alice.isSignedInAt(a))
                    .as("an instance whose turn has not come yet")
                    .isTrue();
        }
    }

    @Test
    @DisplayName(
            "W09 once the old key is removed, sessions under the new key continue, and users of the others sign in again")
    void forgetsTheOldKey() {
        entrance.leadTo(a);
        alice.signIn("alice");
        var bob = new Visitor(pair.webapp());
        try (var replaced = WebAppInstance.start("webapp-replaced-key", pair, keys(NEW_KEY, OLD_KEY))) {
            entrance.leadTo(replaced);
            bob.signIn("bob");
        }

        try (var newKeyAlone = WebAppInstance.start("webapp-new-key", pair, keys(NEW_KEY))) {
            entrance.leadTo(newKeyAlone);

            assertThat(bob.isSignedInAt(newKeyAlone)).isTrue();
            assertThat(alice.isSignedInAt(newKeyAlone)).isFalse();
            alice.signIn("alice");
            assertThat(alice.isSignedInAt(newKeyAlone)).isTrue();
        }
    }

    @Test
    @DisplayName("W19 replacing the client secret signs nobody out, before the rollout or after it")
    void exchangesTheClientSecret() {
        alice.signIn("alice");

        provider.setSecret(CLIENT, "another-secret");
        try {
            sessions.makeDue();
            assertThat(alice.isSignedInAt(a)).as("whose renewal is refused").isTrue();
            assertThat(sessions.renewals()).isZero();

            var settings = new HashMap<>(BEFORE_A_KEY_CHANGE);
            settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", "another-secret");
            try (var replaced = WebAppInstance.start("webapp-replaced-secret", pair, settings)) {
                sessions.makeDue();
                assertThat(alice.isSignedInAt(replaced)).isTrue();
                assertThat(sessions.renewals()).isEqualTo(1);

                entrance.leadTo(replaced);
                var bob = new Visitor(pair.webapp());
                bob.signIn("bob");
                assertThat(bob.isSignedInAt(replaced)).isTrue();
            }
        } finally {
            provider.setSecret(CLIENT, Keycloak.DEMO_SECRET);
        }
    }

    @Test
    @DisplayName("W31 a sign-in at another client is not accepted")
    void believesNoSessionOfAnotherClient() {
        alice.signIn("alice");
        var settings = new HashMap<>(BEFORE_A_KEY_CHANGE);
        settings.put("QUARKUS_OIDC_CLIENT_ID", "other-client");

        try (var other = WebAppInstance.start("webapp-other-client", pair, settings)) {
            assertThat(alice.isSignedInAt(other)).isFalse();
        }
    }

    @Test
    @DisplayName("W18 when the provider replaces its key, nobody is signed out at any instance, and users can sign in")
    void followsTheProvidersKeys() {
        alice.signIn("alice");

        provider.replaceSigningKey();

        assertThat(alice.isSignedInAt(a)).isTrue();
        assertThat(alice.isSignedInAt(b)).isTrue();
        sessions.makeDue();
        assertThat(alice.isSignedInAt(a)).as("with tokens of the new key").isTrue();
        assertThat(alice.isSignedInAt(b)).as("with tokens of the new key").isTrue();
        assertThat(sessions.renewals()).isEqualTo(1);
        var bob = new Visitor(pair.webapp());
        bob.signIn("bob");
        assertThat(bob.isSignedInAt(a)).isTrue();
        assertThat(bob.isSignedInAt(b)).isTrue();
    }

    private static WebAppInstance startWithTokensFrom(StalledTokenEndpoint endpoint) {
        var settings = new HashMap<>(BEFORE_A_KEY_CHANGE);
        settings.put("QUARKUS_OIDC_TOKEN_PATH", endpoint.addressFor(pair.issuer()));
        return WebAppInstance.start("webapp-killed", pair, settings);
    }

    private static Map<String, String> keys(String writing, String... alsoReading) {
        return Map.of(
                "TASKMASTER_SESSION_ENCRYPTION_KEY",
                writing,
                "TASKMASTER_SESSION_PREVIOUS_ENCRYPTION_KEYS",
                String.join(",", alsoReading));
    }
}
