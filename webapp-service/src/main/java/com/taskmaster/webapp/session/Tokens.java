package com.taskmaster.webapp.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the provider issued to a session (OpenID Connect Core §3.1.3.3).
 *
 * @param refreshToken {@code null} where the provider issues none
 * @param scope what was granted (RFC 6749 §5.1); {@code null} where the provider does not say it
 * @param issuedAt when they came
 * @param expireAt when the first of the tokens that came last expires
 * @param demanded what the sign-in was asked for beyond the usual, by the parameters of the authorization request
 */
@RegisterForReflection // kept as JSON, encrypted
record Tokens(
        String idToken,
        String accessToken,
        String refreshToken,
        String scope,
        Instant issuedAt,
        Instant expireAt,
        Map<String, String> demanded) {

    Tokens {
        demanded = Objects.requireNonNullElse(demanded, Map.of());
    }

    static Tokens issued(AuthorizationCodeTokens issued, Map<String, String> demanded) {
        var now = Instant.now();
        var idTokenExpiry = Instant.ofEpochSecond(claims(issued.getIdToken()).getLong("exp"));
        var expiry = Optional.ofNullable(issued.getAccessTokenExpiresIn())
                .map(now::plusSeconds)
                .filter(idTokenExpiry::isAfter)
                .orElse(idTokenExpiry);
        return new Tokens(
                issued.getIdToken(),
                issued.getAccessToken(),
                issued.getRefreshToken(),
                issued.getAccessTokenScope(),
                now,
                expiry,
                demanded);
    }

    /** These with what a refresh brought: what it did not bring stays (RFC 6749 §6). */
    Tokens refreshed(AuthorizationCodeTokens answer) {
        var renewed = issued(
                new AuthorizationCodeTokens(
                        orElse(answer.getIdToken(), idToken),
                        answer.getAccessToken(),
                        orElse(answer.getRefreshToken(), refreshToken),
                        answer.getAccessTokenExpiresIn(),
                        orElse(answer.getAccessTokenScope(), scope)),
                demanded);
        return answer.getIdToken() == null ? renewed.lasting(lifetime(answer)) : renewed;
    }

    /** An ID token of before says who signed in, not how long the tokens of now are good. */
    private Tokens lasting(Duration lifetime) {
        return new Tokens(idToken, accessToken, refreshToken, scope, issuedAt, issuedAt.plus(lifetime), demanded);
    }

    /** As the answer says or, because it need not (RFC 6749 §5.1), as those of before. */
    private Duration lifetime(AuthorizationCodeTokens answer) {
        return Optional.ofNullable(answer.getAccessTokenExpiresIn())
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.between(issuedAt, expireAt));
    }

    /**
     * Whether the ID token that a refresh may bring is about the sign-in that these go back to (OpenID Connect Core §12.2); its
     * signature is another matter. The provider may have asked the person again meanwhile, so {@code auth_time} may be later.
     */
    boolean areContinuedBy(AuthorizationCodeTokens answer) {
        return answer.getIdToken() == null || isOfTheSameSignIn(answer.getIdToken());
    }

    private boolean isOfTheSameSignIn(String refreshed) {
        try {
            var before = claims(idToken);
            var now = Objects.requireNonNullElseGet(claims(refreshed), JsonObject::new);
            return Stream.of("iss", "sub").allMatch(name -> isKept(name, before, now))
                    && audience(before).equals(audience(now))
                    && (!now.containsKey("nonce") || isKept("nonce", before, now));
        } catch (DecodeException e) {
            return false;
        }
    }

    private static boolean isKept(String claim, JsonObject before, JsonObject now) {
        return Objects.equals(before.getValue(claim), now.getValue(claim));
    }

    /** Without the refresh token: only {@link Renewals} uses it. */
    AuthorizationCodeTokens forTheRequest() {
        return new AuthorizationCodeTokens(
                idToken,
                accessToken,
                null,
                Duration.between(Instant.now(), expireAt).toSeconds(),
                scope);
    }

    String issuer() {
        return claims(idToken).getString("iss");
    }

    String subject() {
        return claims(idToken).getString("sub");
    }

    /** The provider's session (OpenID Connect Back-Channel Logout §2.1); {@code null} where it does not say it. */
    String providerSession() {
        return claims(idToken).getString("sid");
    }

    /** One name, or several. */
    private static Set<Object> audience(JsonObject claims) {
        var named = claims.getValue("aud");
        var names = named instanceof JsonArray several ? several.stream() : Stream.ofNullable(named);
        return names.collect(Collectors.toSet());
    }

    private static JsonObject claims(String idToken) {
        return OidcCommonUtils.decodeJwtContent(idToken);
    }

    private static String orElse(String value, String other) {
        return value == null ? other : value;
    }
}
