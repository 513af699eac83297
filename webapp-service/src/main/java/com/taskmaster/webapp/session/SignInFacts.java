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
 * @param scope the granted scope; {@code null} if a session from before an update has none
 * @param idToken its claims
 * @param accessToken its claims, for demonstration: a client must not decide anything by them (RFC 9068 §6). Empty if the
 * token is no JWT
 * @param demanded the parameters of the authorization request that depend on settings and demands, by name
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

    /** The granted scope. */
    public Optional<String> granted() {
        return Optional.ofNullable(scope);
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
