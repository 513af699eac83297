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
 * The tokens that the provider issued to a session (OpenID Connect Core §3.1.3.3).
 *
 * @param refreshToken {@code null} if the provider issued none
 * @param scope the granted scope (RFC 6749 §5.1); {@code null} if a session from before an update has none
 * @param issuedAt when the latest tokens were received
 * @param expireAt when the first of the latest tokens expires
 * @param demanded the parameters of the authorization request that depend on settings and demands, {@code scope} among
 * them
 */
@RegisterForReflection // stored as encrypted JSON
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

    /** Without {@code scope} in the response, the granted scope is the requested one (RFC 6749 §5.1). */
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
                orElse(issued.getAccessTokenScope(), demanded.get("scope")),
                now,
                expiry,
                demanded);
    }

    /** These tokens, updated from a refresh response; what it omits stays the same (RFC 6749 §6). */
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

    /** An older ID token identifies the user but not the lifetime of the new tokens. */
    private Tokens lasting(Duration lifetime) {
        return new Tokens(idToken, accessToken, refreshToken, scope, issuedAt, issuedAt.plus(lifetime), demanded);
    }

    /** As in the response, or else the previous lifetime, because {@code expires_in} is optional (RFC 6749 §5.1). */
    private Duration lifetime(AuthorizationCodeTokens answer) {
        return Optional.ofNullable(answer.getAccessTokenExpiresIn())
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.between(issuedAt, expireAt));
    }

    /**
     * Whether the ID token of a refresh response, if any, continues the same sign-in (OpenID Connect Core §12.2). Does
     * not verify its signature. {@code auth_time} may be later, because the provider may have authenticated the user
     * again.
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

    /** Without the refresh token, which only {@link Renewals} uses. */
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

    /**
     * The session id at the provider (OpenID Connect Back-Channel Logout §2.1); {@code null} if the provider does not
     * send it.
     */
    String providerSession() {
        return claims(idToken).getString("sid");
    }

    /** The claim may be a string or an array. */
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
