package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.ClientSecret;
import com.taskmaster.webapp.provider.EveryEndpointProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EveryEndpointProfile.class)
@WithBackingProcesses
class IdTokenProfileTest {

    private static final String API = TestProvider.API;

    TestProvider provider;

    @Inject
    SessionTable table;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        table.clear();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @ParameterizedTest(name = "W31 an ID token {0} opens no session")
    @ValueSource(
            strings = {
                "without iss",
                "with a foreign iss",
                "without sub",
                "without aud",
                "with a foreign aud",
                "with a foreign azp",
                "for another client, too, and without azp",
                "for another client, too, and with a foreign azp",
                "without iat",
                "without exp"
            })
    void refusesClaims(String fault) {
        provider.alterIdTokens(claims -> alter(claims, fault));

        assertRefused(502, "Signing in does not work at the moment");
    }

    @ParameterizedTest(name = "W31 an ID token {0} opens no session: it is of another sign-in")
    @ValueSource(strings = {"without nonce", "with a foreign nonce"})
    void refusesATokenOfAnotherSignIn(String fault) {
        provider.alterIdTokens(claims -> alter(claims, fault));

        assertRefused(400, "The sign-in was not completed");
    }

    @ParameterizedTest(name = "W28 W31 an ID token {0} opens no session, and the page says that the clocks differ")
    @ValueSource(strings = {"with an iat in the future", "with an exp in the past", "with an nbf in the future"})
    void saysThatTheClocksDiffer(String fault) {
        provider.alterIdTokens(claims -> alter(claims, fault));

        assertRefused(502, "Two clocks do not agree");
    }

    private static void alter(JwtClaims claims, String fault) {
        switch (fault) {
            case "without iss" -> claims.unsetClaim("iss");
            case "with a foreign iss" -> claims.setIssuer("https://login.example/" + TestProvider.TENANT + "/v2.0");
            case "without sub" -> claims.unsetClaim("sub");
            case "without aud" -> claims.unsetClaim("aud");
            case "with a foreign aud" -> claims.setAudience(API);
            case "with a foreign azp" -> claims.setClaim("azp", API);
            case "for another client, too, and without azp" -> claims.setAudience(CLIENT_ID, API);
            case "for another client, too, and with a foreign azp" -> {
                claims.setAudience(CLIENT_ID, API);
                claims.setClaim("azp", API);
            }
            case "without nonce" -> claims.unsetClaim("nonce");
            case "with a foreign nonce" -> claims.setClaim("nonce", "foreign");
            case "without iat" -> claims.unsetClaim("iat");
            case "with an iat in the future" -> claims.setIssuedAt(in(Duration.ofMinutes(2)));
            case "without exp" -> claims.unsetClaim("exp");
            case "with an exp in the past" -> claims.setExpirationTime(in(Duration.ofMinutes(-2)));
            case "with an nbf in the future" -> claims.setNotBefore(in(Duration.ofMinutes(2)));
            default -> throw new IllegalArgumentException(fault);
        }
    }

    @ParameterizedTest(name = "W31 an ID token {0} opens no session")
    @ValueSource(
            strings = {
                "signed with another key",
                "signed with a key that is not published",
                "that is not signed",
                "signed with the client secret",
                "signed with an unexpected algorithm"
            })
    void refusesSignatures(String fault) {
        provider.alterIdTokenSignatures(signature -> alter(signature, fault));

        assertRefused(502, "Signing in does not work at the moment");
        assertThat(provider.introspectionRequests())
                .as("nobody is asked whether it might be good nevertheless")
                .isEmpty();
    }

    private static void alter(JsonWebSignature signature, String fault) {
        switch (fault) {
            case "signed with another key" -> signature.setKey(anotherKey());
            case "signed with a key that is not published" -> {
                signature.setKeyIdHeaderValue("unpublished");
                signature.setKey(anotherKey());
            }
            case "that is not signed" -> {
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                signature.setKey(null);
            }
            case "signed with the client secret" -> {
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                signature.setKey(new HmacKey(ClientSecret.VALUE.getBytes(StandardCharsets.US_ASCII)));
            }
            case "signed with an unexpected algorithm" ->
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA512);
            default -> throw new IllegalArgumentException(fault);
        }
    }

    @Test
    @DisplayName("W31 anything but a JWT opens no session, whatever introspection says of it")
    void refusesAnOpaqueIdToken() {
        provider.replaceIdTokens("opaque");

        assertRefused(502, "Signing in does not work at the moment");
        assertThat(provider.introspectionRequests()).isEmpty();
    }

    @Test
    @DisplayName("W31 a valid ID token suffices: UserInfo is not requested")
    void signsInWithAnIdTokenThatIsInOrder() {
        assertSignedIn();

        assertThat(provider.userInfoRequests()).isEmpty();
    }

    @Test
    void signsInWithAnIdTokenForOthersThatWasIssuedToThisClient() {
        provider.alterIdTokens(claims -> {
            claims.setAudience(List.of(CLIENT_ID, API));
            claims.setClaim("azp", CLIENT_ID);
        });

        assertSignedIn();
    }

    @Test
    @DisplayName("W28 a sign-in succeeds if the provider's clock is a few seconds ahead")
    void toleratesASmallDifferenceOfTheClocks() {
        provider.alterIdTokens(claims -> {
            claims.setIssuedAt(in(Duration.ofSeconds(5)));
            claims.setNotBefore(in(Duration.ofSeconds(5)));
        });

        assertSignedIn();
    }

    @Test
    @DisplayName("W20 a refreshed ID token that was not signed by the provider ends the session")
    void refusesARefreshedIdTokenOfAnotherKey() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.alterIdTokenSignatures(signature -> signature.setKey(anotherKey()));

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(table.rows()).isEmpty();
    }

    @Test
    @DisplayName(
            "W20 W29 a refreshed ID token whose key cannot be fetched for now is not stored in the session, and does not end it")
    void leavesARefreshedIdTokenOfAnUnknownKey() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.alterIdTokens(claims -> claims.setClaim("name", "Mallory"));
        provider.alterIdTokenSignatures(signature -> alter(signature, "signed with a key that is not published"));

        assertThat(browser.get("/account/sessions").getContentAsString())
                .contains("Alice Adams")
                .doesNotContain("Mallory");
        assertThat(table.onlyRow().get("renewals")).isEqualTo("1");
    }

    @Test
    @DisplayName("W20 a refreshed ID token about somebody else ends the session, whether its key can be fetched or not")
    void refusesARefreshedIdTokenAboutSomebodyElseOfAnUnknownKey() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.alterIdTokens(claims -> claims.setSubject("mallory"));
        provider.alterIdTokenSignatures(signature -> alter(signature, "signed with a key that is not published"));

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(table.rows()).isEmpty();
    }

    @Test
    @DisplayName("W31 an ID token need not name its key if the provider has only one")
    void signsInWithAnIdTokenThatDoesNotNameItsKey() {
        provider.alterIdTokenSignatures(signature -> signature.setHeader("kid", (String) null));

        assertSignedIn();
    }

    private void assertSignedIn() {
        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).isTrue();
    }

    private void assertRefused(int status, String title) {
        var callback = browser.callbackFor("alice", "/login");
        var answer = logging("ID token verification has failed", () -> browser.get(callback));

        assertThat(provider.tokenRequests()).as("the ID token has been fetched").hasSize(1);
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.getContentAsString())
                .contains(title)
                .doesNotContain("Exception", "jose4j", "at io.quarkus", "eyJ");
        assertThat(browser.sessionCookie()).isNull();
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(EveryEndpointProfile.LOG)
                .as("W06 the log quotes neither the token nor its claims")
                .content()
                .isNotBlank()
                .doesNotContain("eyJ", "alice@contoso.example");
    }

    /** Runs the action, and checks that it logs this. */
    private static <T> T logging(String words, Supplier<T> work) {
        try (var log = new CapturedLog("")) {
            var result = work.get();
            assertThat(log.lines()).anyMatch(line -> line.contains(words));
            return result;
        }
    }

    private static NumericDate in(Duration duration) {
        return NumericDate.fromSeconds(Instant.now().plus(duration).getEpochSecond());
    }

    private static PrivateKey anotherKey() {
        try {
            return KeyUtils.generateKeyPair(2048).getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
