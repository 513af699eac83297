package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.location;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.backing.SigningKeys;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.Key;
import java.security.KeyPair;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class BackChannelLogoutTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final String TYPE = "logout+jwt";
    private static final KeyPair KEY = SigningKeys.named("realm");
    private static String keyId;

    private final Browser browser = new Browser();
    private final Browser secondBrowser = new Browser();
    private final Browser bobsBrowser = new Browser();

    @Inject
    SessionTable table;

    @Inject
    LogoutTokens tokens;

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    private Map<String, String> session;

    @BeforeEach
    void signIn() {
        if (keyId == null) {
            keyId = new KeycloakAdmin(keycloak).addSigningKey(KEY);
        }
        table.clear();
        browser.signIn("alice", "/login");
        session = table.onlyRow();
    }

    @AfterEach
    void close() {
        browser.close();
        secondBrowser.close();
        bobsBrowser.close();
    }

    @Test
    @DisplayName("W14 a sign-out at the provider signs the user out of the web app")
    void hearsOfALogoutAtTheProvider() {
        assumeFalse(
                Boolean.getBoolean("quarkus.devservices.enabled"),
                "a Keycloak in a container does not reach this machine's loopback interface");
        secondBrowser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");

        new KeycloakAdmin(keycloak).logout("alice");

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(secondBrowser.isSignedIn()).isFalse();
        assertThat(bobsBrowser.isSignedIn()).isTrue();
        assertThat(location(browser.get("/tasks"))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName("W14 a token with sid ends only that session, and the response is not cached")
    void endsOneSession() {
        secondBrowser.signIn("alice", "/login");

        try (var log = new CapturedLog("audit")) {
            send(logoutToken(Map.of("sid", session.get("provider_session"))))
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"));
            assertThat(log.lines())
                    .singleElement(STRING)
                    .startsWith("event=back_channel_logout subject=" + session.get("subject") + " ");
        }

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(secondBrowser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W14 a token with sub ends all sessions of that user")
    void endsAllSessionsOfAPerson() {
        secondBrowser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");

        send(logoutToken(Map.of("sub", session.get("subject")))).statusCode(200);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(secondBrowser.isSignedIn()).isFalse();
        assertThat(bobsBrowser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W14 a token whose sid belongs to another user than its sub ends nothing")
    void endsNoSessionOfAnotherPerson() {
        send(logoutToken(Map.of("sub", "somebody else", "sid", session.get("provider_session"))))
                .statusCode(200);

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W14 a logout token works once")
    void refusesAReplay() {
        var token = logoutToken(Map.of("sub", "nobody"));

        send(token).statusCode(200);
        send(token).statusCode(400).header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest(name = "W14 a logout token with {0} is rejected")
    @MethodSource
    void refusesWhatIsNoLogoutToken(String fault, Consumer<JwtClaims> mistake) {
        var claims = claims(Map.of("sub", session.get("subject")));
        mistake.accept(claims);

        send(sign(claims, TYPE, KEY)).statusCode(400);

        assertThat(browser.isSignedIn()).isTrue();
    }

    static Stream<Arguments> refusesWhatIsNoLogoutToken() {
        return Stream.of(
                mistake("another issuer", claims -> claims.setIssuer("https://evil.example")),
                mistake("another audience", claims -> claims.setAudience("tasks-api")),
                mistake("no audience", claims -> claims.unsetClaim("aud")),
                mistake("an expiry that is over", claims -> claims.setExpirationTimeMinutesInTheFuture(-2)),
                mistake("no expiry", claims -> claims.unsetClaim("exp")),
                mistake("a time to come", claims -> claims.setIssuedAt(inTwoMinutes())),
                mistake("no time", claims -> claims.unsetClaim("iat")),
                mistake("no events", claims -> claims.unsetClaim("events")),
                mistake("events that are text", claims -> claims.setClaim("events", EVENT)),
                mistake("another event", claims -> claims.setClaim("events", Map.of("urn:x", Map.of()))),
                mistake("an event that is text", claims -> claims.setClaim("events", Map.of(EVENT, "x"))),
                mistake("a nonce", claims -> claims.setClaim("nonce", "x")),
                mistake("no jti", claims -> claims.unsetClaim("jti")),
                mistake("a jti that is no text", claims -> claims.setClaim("jti", 1)),
                mistake("a jti with U+0000", claims -> claims.setJwtId("x\0")),
                mistake("a sub with U+0000", claims -> claims.setSubject("x\0")),
                mistake("a sid with U+0000", claims -> claims.setClaim("sid", "x\0")),
                mistake("neither sub nor sid", claims -> claims.unsetClaim("sub")));
    }

    @ParameterizedTest(name = "W14 the type {0} is accepted, as older providers send it")
    @NullSource
    @ValueSource(strings = {"JWT", "logout+JWT"})
    void takesTheTypesOfBefore(String type) {
        send(sign(claims(Map.of("sub", session.get("subject"))), type, KEY)).statusCode(200);

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W14 a token that is unsigned, or signed with the provider's public key as a secret, is rejected")
    void refusesAlgorithmsThatAnybodyCanUse() {
        var claims = claims(Map.of("sub", session.get("subject")));

        send(sign(claims, TYPE, AlgorithmIdentifiers.NONE, null)).statusCode(400);
        send(sign(
                        claims,
                        TYPE,
                        AlgorithmIdentifiers.HMAC_SHA256,
                        new HmacKey(KEY.getPublic().getEncoded())))
                .statusCode(400);

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W14 a token signed by the provider with another algorithm than its ID tokens is rejected")
    void refusesAnotherAlgorithmThanThatOfIdTokens() {
        var claims = claims(Map.of("sub", session.get("subject")));

        send(sign(claims, TYPE, AlgorithmIdentifiers.RSA_USING_SHA512, KEY.getPrivate()))
                .statusCode(400);

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W14 a rejected token does not use up its jti, and an accepted one is stored as long as it is valid")
    void remembersAcceptedTokensAsLongAsTheyAreGood() {
        var claims = claims(Map.of("sub", "nobody"));
        var token = sign(claims, TYPE, KEY);
        send(sign(claims, "at+jwt", KEY)).statusCode(400);
        send(token).statusCode(200);

        tokens.removeExpired();
        send(token).statusCode(400);

        table.execute("update logout_token set expires_at = now() - interval '11 seconds'");
        tokens.removeExpired();
        assertThat(table.value("select count(*) from logout_token")).isEqualTo("0");
    }

    @Test
    @DisplayName("W14 an expired token accepted within the clock tolerance also works only once")
    void remembersATokenThatIsGoodForItsGraceAlone() {
        var claims = claims(Map.of("sub", "nobody"));
        claims.setIssuedAt(secondsAgo(60));
        claims.setExpirationTime(secondsAgo(3));
        var token = sign(claims, TYPE, KEY);
        send(token).statusCode(200);

        tokens.removeExpired();

        send(token).statusCode(400);
    }

    @Test
    @DisplayName("W14 a token of another type, with another key's signature, or none at all is rejected")
    void refusesWhatTheProviderDidNotSignAsALogoutToken() {
        var claims = claims(Map.of("sub", session.get("subject")));

        send(sign(claims, "at+jwt", KEY)).statusCode(400);
        send(sign(claims, TYPE, SigningKeys.named("foreign"))).statusCode(400);
        send("x.y.z").statusCode(400);
        given().contentType(ContentType.URLENC)
                .post("/logout/backchannel")
                .then()
                .statusCode(400);

        assertThat(browser.isSignedIn()).isTrue();
    }

    private String logoutToken(Map<String, String> about) {
        return sign(claims(about), TYPE, KEY);
    }

    private JwtClaims claims(Map<String, String> about) {
        var claims = new JwtClaims();
        claims.setIssuer(keycloak + "/realms/taskmaster");
        claims.setAudience("taskmaster-webapp");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setGeneratedJwtId();
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        about.forEach(claims::setClaim);
        return claims;
    }

    private static String sign(JwtClaims claims, String type, KeyPair key) {
        return sign(claims, type, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivate());
    }

    /** @param type {@code null} for none */
    private static String sign(JwtClaims claims, String type, String algorithm, Key key) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(keyId);
        if (type != null) {
            token.setHeader("typ", type);
        }
        token.setKey(key);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse send(String logoutToken) {
        return given().contentType(ContentType.URLENC)
                .formParam("logout_token", logoutToken)
                .post("/logout/backchannel")
                .then();
    }

    private static Arguments mistake(String name, Consumer<JwtClaims> mistake) {
        return Arguments.of(name, mistake);
    }

    private static NumericDate inTwoMinutes() {
        return secondsAgo(-120);
    }

    private static NumericDate secondsAgo(long seconds) {
        var time = NumericDate.now();
        time.addSeconds(-seconds);
        return time;
    }
}
