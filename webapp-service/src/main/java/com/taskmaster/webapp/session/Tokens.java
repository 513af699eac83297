package com.taskmaster.webapp.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * These with what a refresh brought: what it did not bring stays (RFC 6749 §6).
     *
     * @throws ForeignTokens if the new ID token is of another issuer, subject or audience (OpenID Connect Core §12.2)
     */
    Tokens refreshed(AuthorizationCodeTokens answer) {
        var renewed = issued(
                new AuthorizationCodeTokens(
                        orElse(answer.getIdToken(), idToken),
                        answer.getAccessToken(),
                        orElse(answer.getRefreshToken(), refreshToken),
                        answer.getAccessTokenExpiresIn(),
                        orElse(answer.getAccessTokenScope(), scope)),
                demanded);
        if (!renewed.isFor(Tokens::issuer, this)
                || !renewed.isFor(Tokens::subject, this)
                || !renewed.isFor(Tokens::audience, this)) {
            throw new ForeignTokens();
        }
        return answer.getIdToken() == null && answer.getAccessTokenExpiresIn() != null
                ? renewed.expiringIn(answer.getAccessTokenExpiresIn())
                : renewed;
    }

    /** An ID token of before says who signed in, not how long the tokens of now are good. */
    private Tokens expiringIn(long seconds) {
        return new Tokens(idToken, accessToken, refreshToken, scope, issuedAt, issuedAt.plusSeconds(seconds), demanded);
    }

    /** A refreshed ID token that is not about the session's person. */
    static class ForeignTokens extends RuntimeException {

        private static final long serialVersionUID = 1;
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
    private Object audience() {
        return claims(idToken).getValue("aud");
    }

    private boolean isFor(Function<Tokens, Object> claim, Tokens before) {
        return Objects.equals(claim.apply(this), claim.apply(before));
    }

    private static JsonObject claims(String idToken) {
        return OidcCommonUtils.decodeJwtContent(idToken);
    }

    private static String orElse(String value, String other) {
        return value == null ? other : value;
    }
}
