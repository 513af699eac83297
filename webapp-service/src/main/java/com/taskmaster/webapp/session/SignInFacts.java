package com.taskmaster.webapp.session;

import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What users may see of their session's tokens: claims, never a token.
 *
 * @param session the id of the session
 * @param scope the granted scope; {@code null} if the provider did not return it
 * @param idToken its claims
 * @param accessToken its claims; empty if the token is opaque to this client
 * @param demanded the additional parameters of the authorization request, by name
 * @param refreshable whether a refresh token was issued
 */
public record SignInFacts(
        String session,
        String scope,
        JsonObject idToken,
        Optional<JsonObject> accessToken,
        Map<String, String> demanded,
        boolean refreshable,
        Instant expireAt,
        Instant renewAt,
        int renewals) {

    /** The granted scope, from the token response or else from the access token (RFC 9068 §2.2.3). */
    public Optional<String> granted() {
        return Optional.ofNullable(scope).or(() -> accessToken
                .filter(claims -> claims.getValue("scope") instanceof String)
                .map(claims -> claims.getString("scope")));
    }

    static SignInFacts of(Session session, Tokens tokens) {
        return new SignInFacts(
                session.handleHash(),
                tokens.scope(),
                OidcCommonUtils.decodeJwtContent(tokens.idToken()),
                Optional.ofNullable(OidcCommonUtils.decodeJwtContent(tokens.accessToken())),
                tokens.demanded(),
                tokens.refreshToken() != null,
                tokens.expireAt(),
                session.renewAt(),
                session.renewals());
    }
}
