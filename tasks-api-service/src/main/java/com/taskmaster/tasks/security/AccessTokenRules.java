package com.taskmaster.tasks.security;

import io.quarkus.jsonp.JsonProviderHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Rules beyond signature, issuer, audience and lifetime: the token must be an access token, not another kind of JWT
 * from the same provider (RFC 8725 §3.11 and §3.12).
 */
@ApplicationScoped
class AccessTokenRules {

    /**
     * May be absent (RFC 7519 §5.1); {@code at+jwt} is from RFC 9068, {@code JWT} is what Entra ID and Keycloak send.
     */
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("", "jwt", "at+jwt", "application/at+jwt");

    private final OwnerClaims ownerClaims;
    private final GrantedScopes grantedScopes;

    AccessTokenRules(OwnerClaims ownerClaims, GrantedScopes grantedScopes) {
        this.ownerClaims = ownerClaims;
        this.grantedScopes = grantedScopes;
    }

    /** @return the first violated rule, worded for the caller */
    Optional<String> violatedBy(JsonWebToken token) {
        if (!ACCESS_TOKEN_TYPES.contains(type(token))) {
            return Optional.of("The token's typ header names another kind of token");
        }
        if (isIdToken(token)) {
            return Optional.of("An ID token is not an access token");
        }
        if (!ownerClaims.areIn(token)) {
            return Optional.of("The token lacks the claims that identify its owner");
        }
        if (grantedScopes.in(token).isEmpty()) {
            return Optional.of(
                    "The token has neither a scope granted by a user nor an application role that stands for one");
        }
        return Optional.empty();
    }

    /**
     * Keycloak states the kind of token in the claim {@code typ}; hashes and nonces occur only in ID tokens (OpenID
     * Connect Core §2).
     */
    private static boolean isIdToken(JsonWebToken token) {
        return token.<Object>claim("typ")
                        .filter(typ -> !typ.toString().equals("Bearer"))
                        .isPresent()
                || token.containsClaim("at_hash")
                || token.containsClaim("c_hash")
                || token.containsClaim("nonce");
    }

    private static String type(JsonWebToken token) {
        return header(token.getRawToken()).getString("typ", "").toLowerCase(Locale.ROOT);
    }

    private static JsonObject header(String token) {
        var decoded = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        try (var reader = JsonProviderHolder.jsonProvider().createReader(new ByteArrayInputStream(decoded))) {
            return reader.readObject();
        }
    }
}
