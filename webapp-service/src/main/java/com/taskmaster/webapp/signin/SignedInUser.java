package com.taskmaster.webapp.signin;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The signed-in user, from the claims of the ID token. */
@ApplicationScoped
public class SignedInUser {

    private final SecurityIdentity identity;

    SignedInUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Identifies the user at the provider, for this client (OpenID Connect Core §2). */
    public String subject() {
        return ((JsonWebToken) identity.getPrincipal()).getSubject();
    }

    /** The provider that authenticated the user (OpenID Connect Core §2). */
    public String issuer() {
        return ((JsonWebToken) identity.getPrincipal()).getIssuer();
    }

    /** The {@code login_hint} for another sign-in (OpenID Connect Core §3.1.2.1); {@code null} if there is none. */
    public String loginHint() {
        var idToken = (JsonWebToken) identity.getPrincipal();
        return idToken.<String>claim("login_hint")
                .or(() -> idToken.claim(Claims.preferred_username))
                .orElse(null);
    }

    /** For display only; it may change and is not unique (OpenID Connect Core §5.1). */
    public String displayName() {
        var idToken = (JsonWebToken) identity.getPrincipal();
        return idToken.<String>claim("name").orElseGet(idToken::getName);
    }
}
