package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The claims that identify the owner of a task: at Entra ID {@code tid} and {@code oid}, because its {@code sub} differs
 * between clients.
 */
@ConfigMapping(prefix = "taskmaster.owner")
interface OwnerClaims {

    /** The claim with the issuer of a task's owner; do not change it once tasks are stored. */
    @WithDefault("iss")
    String issuerClaim();

    /** The claim that identifies the owner at this issuer; do not change it once tasks are stored. */
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
