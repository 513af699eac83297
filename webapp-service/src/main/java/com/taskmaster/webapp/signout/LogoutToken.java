package com.taskmaster.webapp.signout;

import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a provider says of an ended session (OpenID Connect Back-Channel Logout 1.0 §2.4). */
record LogoutToken(String issuer, Optional<String> subject, Optional<String> session, String id, Instant expiry) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** Providers of before the {@code typ} was agreed on say {@code JWT} or nothing. */
    private static final Set<String> TYPES = Set.of("logout+jwt", "jwt");

    /**
     * @param token whose signature, issuer, audience and times are right
     * @return nothing if it is no logout token (§2.6)
     */
    static Optional<LogoutToken> of(String token, JsonObject claims) {
        var isLogoutToken = hasItsType(token)
                && claims.getValue("events") instanceof JsonObject events
                && events.getValue(EVENT) instanceof JsonObject
                && !claims.containsKey("nonce")
                && isName(claims, "jti")
                && isNameIfThere(claims, "sub")
                && isNameIfThere(claims, "sid")
                && (claims.getValue("sub") != null || claims.getValue("sid") != null);
        return isLogoutToken
                ? Optional.of(new LogoutToken(
                        claims.getString("iss"),
                        Optional.ofNullable(claims.getString("sub")),
                        Optional.ofNullable(claims.getString("sid")),
                        claims.getString("jti"),
                        Instant.ofEpochSecond(claims.getLong("exp"))))
                : Optional.empty();
    }

    private static boolean hasItsType(String token) {
        var type = OidcUtils.decodeJwtHeaders(token).getString("typ", "JWT");
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    private static boolean isNameIfThere(JsonObject claims, String claim) {
        return claims.getValue(claim) == null || isName(claims, claim);
    }

    private static boolean isName(JsonObject claims, String claim) {
        return claims.getValue(claim) instanceof String name && isName(name);
    }

    /** Whether it can name anything: no database holds U+0000. */
    static boolean isName(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
