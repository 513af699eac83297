package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.taskmaster.backing.SelfSigned;
import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class AccessTokensTest {

    private static final String METADATA =
            "resource_metadata=\"http://localhost:8081/.well-known/oauth-protected-resource\"";
    private static final String READ_AND_WRITE = "tasks.read tasks.write";

    private final String alice = "alice-" + UUID.randomUUID();

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("malformed", "not-a-token"),
                bad("three empty parts", ".."),
                bad("alg=none", unsigned(good())),
                bad("alg=none with a signature kept", unsigned(good()) + "c2lnbmF0dXJl"),
                bad("HS256 signed with the public key", signedWithPublicKeyAsSecret(good())),
                bad("foreign issuer", sign(good().issuer("https://issuer.example"))),
                bad("issuer with a slash too many", sign(good().issuer(TestTokens.ISSUER + "/"))),
                bad("foreign audience", sign(good().audience("another-api"))),
                bad("no audience", sign(withoutAudience())),
                bad("expired", sign(good().expiresAt(Instant.now().minusSeconds(60)))),
                bad("without an expiry", TestTokens.signedJson("""
                        {"iss": "%s", "aud": "tasks-api", "sub": "alice", "scope": "tasks.read"}""".formatted(TestTokens.ISSUER))),
                bad("without the time of its issue", TestTokens.signedJson("""
                        {"iss": "%s", "aud": "tasks-api", "sub": "alice", "scope": "tasks.read", "exp": %d}""".formatted(
                        TestTokens.ISSUER, Instant.now().plusSeconds(300).getEpochSecond()))),
                bad(
                        "not yet valid",
                        sign(good().claim("nbf", Instant.now().plusSeconds(120).getEpochSecond()))),
                bad("unknown kid", TestTokens.signed(good(), TestTokens.foreignKey(), "unknown")),
                bad(
                        "wrong key under a known kid",
                        TestTokens.signed(good(), TestTokens.foreignKey(), TestTokens.realmKeyId())),
                bad("without a kid, where several keys are published", signedByRealm(good().jws())),
                bad("changed after it was signed", changed(sign(good()))),
                bad("with a critical header that is not known", critical(List.of("urn:example:other"))),
                bad("with a critical header whose name is none", critical(List.of(1))),
                bad("with critical headers that are no array", critical("exp")),
                bad("an ID token, by Keycloak's typ", sign(good().claim("typ", "ID"))),
                bad("an ID token, by its at_hash", sign(good().claim("at_hash", "x"))),
                bad("an ID token, by its nonce", sign(good().claim("nonce", "x"))),
                bad("a refresh token", sign(good().claim("typ", "Refresh"))),
                bad("a logout token, by its typ header", typed("logout+jwt")),
                bad("no subject", sign(withoutSubject())));
    }

    @ParameterizedTest(name = "A01 {0} is rejected with 401")
    @MethodSource("badTokens")
    void refuses(String kind, String token) {
        get(token)
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\", error_description=\""))
                .header("WWW-Authenticate", endsWith("\", " + METADATA))
                .contentType("application/problem+json");
    }

    /** Signed with the sender's own key, which is in the token or at a URL in it (RFC 7515 §4.1.2 to §4.1.6). */
    @Test
    @DisplayName("A01 a key that a token itself carries or links to, under whatever kid, is neither used nor fetched")
    void takesNoKeyFromAToken() throws CertificateEncodingException {
        var attacker = new TestIssuer(null);
        var own = SelfSigned.named("attacker");
        var key = new RsaJsonWebKey((RSAPublicKey) own.getCertificate().getPublicKey());
        key.setKeyId("attacker");
        var certificate =
                Base64.getEncoder().encodeToString(own.getCertificate().getEncoded());
        try {
            var headers = Map.of(
                    "jwk", key.toParams(OutputControlLevel.PUBLIC_ONLY),
                    "x5c", List.of(certificate),
                    "jku", attacker.keySet(),
                    "x5u", attacker.keySet());
            assertThat(headers).allSatisfy((header, value) -> {
                refuses(good().jws().header(header, value), own);
                refuses(good().jws().header(header, value).keyId("attacker"), own);
                refuses(good().jws().header(header, value).keyId(TestTokens.realmKeyId()), own);
            });
            assertThat(attacker.keyFetches()).isZero();
        } finally {
            attacker.close();
        }
    }

    private static void refuses(JwtSignatureBuilder token, KeyStore.PrivateKeyEntry key) {
        get(token.sign(key.getPrivateKey()))
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""));
    }

    static Stream<Arguments> tellingTokens() {
        return Stream.of(
                Arguments.of("has expired", sign(good().expiresAt(Instant.now().minusSeconds(60)))),
                Arguments.of(
                        "is not valid yet",
                        sign(good().claim("nbf", Instant.now().plusSeconds(120).getEpochSecond()))),
                Arguments.of("is for another resource", sign(good().audience("another-api"))),
                Arguments.of("has no audience", sign(withoutAudience())),
                Arguments.of("is from another issuer", sign(good().issuer("https://issuer.example"))),
                Arguments.of("is invalid", TestTokens.signed(good(), TestTokens.foreignKey(), TestTokens.realmKeyId())),
                Arguments.of("ID token", sign(good().claim("typ", "ID"))),
                Arguments.of("is not accepted", "not-a-token"));
    }

    @ParameterizedTest(name = "A02 both the challenge and the problem say that the token {0}")
    @MethodSource("tellingTokens")
    void saysWhichCheckFailed(String reason, String token) {
        var refusal = get(token)
                .statusCode(401)
                .body("detail", containsString(reason))
                .extract()
                .response();

        assertThat(refusal.header("WWW-Authenticate"))
                .contains("error_description=\"" + refusal.path("detail") + "\"")
                .doesNotContain("another-api", "issuer.example");
    }

    @Test
    @DisplayName("A01 a token in the query string is ignored")
    void ignoresATokenInTheQuery() {
        given().queryParam("access_token", sign(good()))
                .get("/tasks")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer " + METADATA));
    }

    @Test
    @DisplayName("A01 a token in the form body is ignored")
    void ignoresATokenInTheForm() {
        given().formParam("access_token", sign(good()))
                .delete("/tasks/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer " + METADATA));
    }

    @Test
    @DisplayName("A01 a token in a cookie is ignored")
    void ignoresATokenInACookie() {
        given().cookie("Bearer", sign(good())).get("/tasks").then().statusCode(401);
    }

    @Test
    @DisplayName("A02 without credentials the challenge names no error")
    void challengesWithoutCredentials() {
        given().get("/tasks")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer " + METADATA))
                .contentType("application/problem+json");
    }

    @Test
    @DisplayName("A02 a missing scope is named in a 403")
    void challengesForAMissingScope() {
        given().auth()
                .oauth2(TestTokens.of(alice, "tasks.read"))
                .contentType("application/json")
                .body(Map.of("title", "x"))
                .post("/tasks")
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_scope\", scope=\"tasks.write\", " + METADATA))
                .contentType("application/problem+json")
                .body("detail", containsString("tasks.write"));
    }

    @Test
    @DisplayName("A15 the metadata to which the challenge points describes the resource")
    void describesTheResource() {
        given().get("/.well-known/oauth-protected-resource")
                .then()
                .statusCode(200)
                .body("resource", equalTo("http://localhost:8081"))
                .body("authorization_servers", equalTo(List.of(TestTokens.ISSUER)))
                .body("scopes_supported", equalTo(List.of("tasks.read", "tasks.write")))
                .body("bearer_methods_supported", equalTo(List.of("header")))
                .body("resource_name", equalTo("TaskMaster Pro Tasks API"))
                .body("resource_documentation", equalTo("http://localhost:8081/q/swagger-ui"));
    }

    static Stream<Arguments> scopeClaims() {
        return Stream.of(
                Arguments.of("scope", READ_AND_WRITE),
                Arguments.of("scope", "openid profile tasks.write tasks.read"),
                Arguments.of("scp", READ_AND_WRITE));
    }

    @ParameterizedTest(name = "A03 the scopes in {0}={1} are accepted")
    @MethodSource("scopeClaims")
    void readsScopes(String claim, String value) {
        var token = sign(TestTokens.claims(alice).claim(claim, value));

        get(token).statusCode(200);
        post(token).statusCode(201);
    }

    @Test
    @DisplayName("A03 tasks.read alone cannot write")
    void readScopeCannotWrite() {
        var id = post(TestTokens.of(alice, READ_AND_WRITE)).extract().<String>path("id");
        var reader = TestTokens.of(alice, "tasks.read");

        post(reader).statusCode(403);
        given().auth().oauth2(reader).delete("/tasks/" + id).then().statusCode(403);
        given().auth()
                .oauth2(reader)
                .contentType("application/merge-patch+json")
                .body("{\"completed\": true}")
                .patch("/tasks/" + id)
                .then()
                .statusCode(403);
        given().auth().oauth2(reader).get("/tasks/" + id).then().statusCode(200).body("completed", equalTo(false));
    }

    @Test
    @DisplayName("A03 tasks.write alone cannot read")
    void writeScopeCannotRead() {
        get(TestTokens.of(alice, "tasks.write"))
                .statusCode(403)
                .header("WWW-Authenticate", containsString("scope=\"tasks.read\""));
    }

    @Test
    @DisplayName("A03 a scope is a whole word")
    void scopesAreWholeWords() {
        get(TestTokens.of(alice, "tasks.reader my.tasks.read TASKS.READ")).statusCode(403);
    }

    @Test
    @DisplayName("A03 a group or role with the name of a scope grants nothing")
    void groupsAndRolesAreNoScopes() {
        var groups = TestTokens.claims(alice)
                .groups(Set.of("tasks.read", "tasks.write"))
                .claim("roles", List.of("tasks.read", "tasks.write"))
                .claim("scope", "openid");

        get(sign(groups)).statusCode(403);
    }

    @Test
    @DisplayName("A08 an app-only token has no user's scope and is rejected")
    void refusesAppOnlyTokens() {
        get(sign(TestTokens.claims("service-account").claim("roles", List.of("tasks.read"))))
                .statusCode(401);
    }

    @ParameterizedTest(name = "A08 a scope in the token of an application that acts for itself ({0}) grants nothing")
    @ValueSource(strings = {"azp", "client_id"})
    void refusesScopesOfAnApplicationThatActsForItself(String claim) {
        get(sign(TestTokens.claims("backup-job")
                        .remove("azp")
                        .claim(claim, "backup-job")
                        .claim("scope", READ_AND_WRITE)))
                .statusCode(401);
    }

    @Test
    @DisplayName("A08 a client whose service account has a scope at Keycloak gets its own account, and nobody else's")
    void keepsAServiceAccountOfKeycloakToItself() {
        var alice = TasksApi.somebodyNew();
        alice.create("Alice's");

        get(sign(TestTokens.claims(UUID.randomUUID().toString())
                        .claim("azp", "backup-job")
                        .claim("client_id", "backup-job")
                        .claim("preferred_username", "service-account-backup-job")
                        .claim("scope", "profile tasks.read")))
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    @DisplayName("A04 one configured audience among several in the token is enough")
    void acceptsOneAudienceAmongSeveral() {
        get(sign(good().audience(Set.of("account", "tasks-api")))).statusCode(200);
    }

    @Test
    @DisplayName("A01 the typ of an access token may be at+jwt (RFC 9068) or JWT (Keycloak, Entra ID)")
    void acceptsTheTypesOfAccessTokens() {
        get(typed("at+jwt")).statusCode(200);
        get(typed("JWT")).statusCode(200);
    }

    @Test
    void neverRepeatsTheToken() {
        var token = sign(good().audience("another-api"));

        assertThat(get(token).extract().asString()).doesNotContain(token).doesNotContain(token.split("\\.")[1]);
    }

    private static JwtClaimsBuilder good() {
        return TestTokens.claims("alice").claim("scope", READ_AND_WRITE);
    }

    private static JwtClaimsBuilder withoutAudience() {
        return Jwt.claims().issuer(TestTokens.ISSUER).subject("alice").claim("scope", READ_AND_WRITE);
    }

    private static JwtClaimsBuilder withoutSubject() {
        return Jwt.claims().issuer(TestTokens.ISSUER).audience("tasks-api").claim("scope", READ_AND_WRITE);
    }

    private static Arguments bad(String kind, String token) {
        return Arguments.of(kind, token);
    }

    private static String sign(JwtClaimsBuilder claims) {
        return TestTokens.signed(claims);
    }

    private static String typed(String type) {
        return signedByRealm(good().jws().keyId(TestTokens.realmKeyId()).type(type));
    }

    private static String critical(Object names) {
        return signedByRealm(good().jws()
                .keyId(TestTokens.realmKeyId())
                .header("urn:example:other", true)
                .header("crit", names));
    }

    private static String signedByRealm(JwtSignatureBuilder token) {
        return token.sign(TestTokens.realmKey().getPrivate());
    }

    private static String unsigned(JwtClaimsBuilder claims) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + sign(claims).split("\\.")[1] + ".";
    }

    private static String signedWithPublicKeyAsSecret(JwtClaimsBuilder claims) {
        PublicKey publicKey = TestTokens.realmKey().getPublic();
        return claims.jws()
                .keyId(TestTokens.realmKeyId())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(publicKey.getEncoded(), "HmacSHA256"));
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = base64(payload.replace("\"alice\"", "\"bob\""));
        return String.join(".", Arrays.asList(parts));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get("/tasks").then();
    }

    private static ValidatableResponse post(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("title", "x"))
                .post("/tasks")
                .then();
    }
}
