package com.taskmaster.webapp.session;

import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person may see of the tokens of their session: claims, never a token.
 *
 * @param session names the session
 * @param scope what was granted; {@code null} if the provider did not say it
 * @param idToken its claims
 * @param accessToken its claims; nothing if the token is not for us to read
 * @param demanded what the sign-in was asked for beyond the usual, by the names of the parameters
 * @param refreshable whether a refresh token came with them
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

    /** What was granted, as the provider or the access token says it (RFC 9068 §2.2.3). */
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
