package com.taskmaster.webapp.signout;

import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The claims of a logout token (OpenID Connect Back-Channel Logout 1.0 §2.4). */
record LogoutToken(String issuer, Optional<String> subject, Optional<String> session, String id, Instant expiry) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** Providers that predate {@code logout+jwt} send the {@code typ} {@code JWT} or none. */
    private static final Set<String> TYPES = Set.of("logout+jwt", "jwt");

    /**
     * @param token verified for signature, issuer, audience and times
     * @return empty if it is not a logout token (§2.6)
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

    /** Whether it can be an identifier; PostgreSQL cannot store U+0000, for example. */
    static boolean isName(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
