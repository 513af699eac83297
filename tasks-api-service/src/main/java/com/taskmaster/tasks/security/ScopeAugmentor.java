package com.taskmaster.tasks.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes the scopes of a verified access token, and nothing else, the roles of its bearer.
 *
 * <p>Roles in other claims ({@code groups}) grant users nothing: a group must not pass for a scope that the user
 * granted to the client.
 */
@ApplicationScoped
class ScopeAugmentor implements SecurityIdentityAugmentor {

    private final AccessTokenRules rules;
    private final GrantedScopes grantedScopes;

    ScopeAugmentor(AccessTokenRules rules, GrantedScopes grantedScopes) {
        this.rules = rules;
        this.grantedScopes = grantedScopes;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return rules.violatedBy(token)
                .map(rule -> Uni.createFrom()
                        .<SecurityIdentity>failure(new AuthenticationFailedException(new BrokenRule(rule))))
                .orElseGet(() -> Uni.createFrom().item(withScopesOf(token, identity)));
    }

    private SecurityIdentity withScopesOf(JsonWebToken token, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(grantedScopes.in(token))
                .build();
    }
}
