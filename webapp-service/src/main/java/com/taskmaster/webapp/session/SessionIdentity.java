package com.taskmaster.webapp.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Authenticates a session by its ID token, which was verified when it was received and has been encrypted since. The
 * framework would verify it again on each request, and end the session once the provider withdraws the signing key.
 */
@ApplicationScoped
class SessionIdentity implements IdentityProvider<TokenAuthenticationRequest> {

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Precedes the framework's own, which has the default priority. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    /** @return {@code null} for any other token, which the framework then verifies */
    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest asked, AuthenticationRequestContext context) {
        var request = HttpSecurityUtils.getRoutingContextAttribute(asked);
        return asked.getToken() instanceof IdTokenCredential idToken
                        && RequestSession.holds(request, idToken.getToken())
                        && isOfThisClient(claims(idToken.getToken()), request)
                ? Uni.createFrom().item(() -> identity(idToken, request))
                : Uni.createFrom().nullItem();
    }

    /** If not, the settings have changed since: the framework then rejects the token and ends the session. */
    private static boolean isOfThisClient(JwtClaims claims, RoutingContext request) {
        TenantConfigContext provider = request.get(TenantConfigContext.class.getName());
        var client = provider.oidcConfig().clientId().orElseThrow();
        var issuer = provider.oidcConfig().token().issuer().or(() -> discoveredIssuer(provider));
        try {
            return claims.getAudience().contains(client)
                    && issuer.isPresent()
                    && issuer.get().equals(claims.getIssuer());
        } catch (MalformedClaimException e) {
            return false;
        }
    }

    private static Optional<String> discoveredIssuer(TenantConfigContext provider) {
        return Optional.of(provider).filter(TenantConfigContext::ready).map(ready -> ready.getOidcMetadata()
                .getIssuer());
    }

    private static SecurityIdentity identity(IdTokenCredential idToken, RoutingContext request) {
        AuthorizationCodeTokens tokens = request.get(AuthorizationCodeTokens.class.getName());
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims(idToken.getToken()), idToken))
                .addCredential(idToken)
                .addCredential(new AccessTokenCredential(tokens.getAccessToken()));
        OidcUtils.setRoutingContextAttribute(identity, request);
        OidcUtils.setBlockingApiAttribute(identity, request);
        return identity.build();
    }

    private static JwtClaims claims(String idToken) {
        try {
            var claims = JwtClaims.parse(OidcUtils.decodeJwtContentAsString(idToken));
            claims.setClaim(Claims.raw_token.name(), idToken);
            return claims;
        } catch (InvalidJwtException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
