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
 * What a token must be beyond a good signature, issuer, audience and lifetime: an access token, not another
 * kind of JWT that the same provider signs (RFC 8725 §3.11 and §3.12).
 */
@ApplicationScoped
class AccessTokenRules {

    /** Absent is allowed (RFC 7519 §5.1); {@code at+jwt} is RFC 9068's; {@code JWT} is what Entra ID and Keycloak write. */
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("", "jwt", "at+jwt", "application/at+jwt");

    private final OwnerClaims ownerClaims;
    private final GrantedScopes grantedScopes;

    AccessTokenRules(OwnerClaims ownerClaims, GrantedScopes grantedScopes) {
        this.ownerClaims = ownerClaims;
        this.grantedScopes = grantedScopes;
    }

    /** @return the first rule that the token breaks, in words for its sender */
    Optional<String> violatedBy(JsonWebToken token) {
        if (!ACCESS_TOKEN_TYPES.contains(type(token))) {
            return Optional.of("The token's typ header names another kind of token");
        }
        if (isIdToken(token)) {
            return Optional.of("An ID token is no access token");
        }
        if (!ownerClaims.areIn(token)) {
            return Optional.of("The token does not say whose it is");
        }
        if (grantedScopes.in(token).isEmpty()) {
            return Optional.of("The token carries no scope that a user consented to, and no role that stands for one");
        }
        return Optional.empty();
    }

    /** Keycloak marks its kinds of token in the claim {@code typ}; hashes and nonces are for ID tokens alone (OpenID Connect Core §2). */
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
