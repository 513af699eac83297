package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The claims that name the owner of a task. Entra ID's {@code sub} differs for each client: there, {@code tid} and {@code oid}. */
@ConfigMapping(prefix = "taskmaster.owner")
interface OwnerClaims {

    /** The claim that names the issuer of a task's owner. */
    @WithDefault("iss")
    String issuerClaim();

    /** The claim that names the owner of a task at this issuer. */
    @WithDefault("sub")
    String subjectClaim();

    default boolean areIn(JsonWebToken token) {
        return token.claim(issuerClaim()).isPresent()
                && token.claim(subjectClaim()).isPresent();
    }

    default Owner ownerIn(JsonWebToken token) {
        return new Owner(
                token.getClaim(issuerClaim()).toString(),
                token.getClaim(subjectClaim()).toString());
    }
}
