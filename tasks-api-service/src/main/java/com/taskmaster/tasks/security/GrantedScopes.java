package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The scopes that an access token grants: those that a user consented to, from {@code scope} (RFC 9068 §2.2.3) or
 * {@code scp} (Entra ID); or, for an application acting for itself, those of its roles.
 */
@ApplicationScoped
class GrantedScopes {

    private final ApplicationRoles applicationRoles;
    private final OwnerClaims ownerClaims;

    GrantedScopes(ApplicationRoles applicationRoles, OwnerClaims ownerClaims) {
        this.applicationRoles = applicationRoles;
        this.ownerClaims = ownerClaims;
    }

    Set<String> in(JsonWebToken token) {
        return isOfApplication(token)
                ? TokenClaims.strings(token, "roles")
                        .flatMap(role -> applicationRoles.scopesOf(role).stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Stream.of("scope", "scp")
                        .flatMap(claim -> TokenClaims.strings(token, claim))
                        .flatMap(scopes -> Stream.of(scopes.split(" ")))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOfApplication(JsonWebToken token) {
        return isItsOwnSubject(token) || isOfServicePrincipal(token);
    }

    /** Such a token involves no user who could consent (RFC 9068 §2.2). */
    private static boolean isItsOwnSubject(JsonWebToken token) {
        return TokenClaims.client(token)
                .filter(client -> client.equals(token.getSubject()))
                .isPresent();
    }

    /**
     * Tells an application's token from Entra ID's ID tokens, which also have {@code roles} and no {@code scp}: only
     * access tokens name their client, and only an application's {@code sub} equals its owner's subject.
     */
    private boolean isOfServicePrincipal(JsonWebToken token) {
        return !token.containsClaim("scope")
                && !token.containsClaim("scp")
                && TokenClaims.client(token).isPresent()
                && TokenClaims.strings(token, "idtyp").allMatch("app"::equals)
                && ownerClaims.ownerIn(token).subject().equals(token.getSubject());
    }
}
