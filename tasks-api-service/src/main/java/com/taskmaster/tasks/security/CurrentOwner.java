package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The owner on whose behalf the current request is made. */
@ApplicationScoped
public class CurrentOwner {

    private final JsonWebToken accessToken;
    private final OwnerClaims claims;

    CurrentOwner(JsonWebToken accessToken, OwnerClaims claims) {
        this.accessToken = accessToken;
        this.claims = claims;
    }

    public Owner get() {
        return claims.ownerIn(accessToken);
    }
}
