package com.taskmaster.webapp.session;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.settings.SessionSettings;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.OidcProviderClientImpl;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the tokens on the server and gives the browser an encrypted handle. Tokens are renewed here, before the
 * framework sees them: it knows of one instance only, and of the ID token's expiry only.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {

    private static final Duration ANSWER_OF_THE_PROVIDER = Duration.ofSeconds(2);
    private static final int LONGEST_USER_AGENT = 500;

    private final Sessions sessions;
    private final Renewals renewals;
    private final TokenVault vault;
    private final EncryptionKeys keys;
    private final SessionSettings settings;
    private final Audit audit;

    SessionTokens(
            Sessions sessions,
            Renewals renewals,
            TokenVault vault,
            EncryptionKeys keys,
            SessionSettings settings,
            Audit audit) {
        this.sessions = sessions;
        this.renewals = renewals;
        this.vault = vault;
        this.keys = keys;
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens issued,
            OidcRequestContext<String> context) {
        if (request.response().ended()) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("Nobody waits for this sign-in any more"));
        }
        var handle = Handle.random();
        var session = session(handle.hash(), Tokens.issued(issued), request);
        return context.runBlocking(() -> {
            RequestSession.replacedCookie(request).flatMap(this::hash).ifPresent(sessions::end);
            sessions.open(session);
            audit.write(Event.SIGN_IN, session.subject());
            return keys.encrypt(handle.value());
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        var provider = provider(request);
        var signsOut = signsOut(request, tenant);
        return context.runBlocking(() -> {
                    var session = hash(cookie).flatMap(sessions::use);
                    return session.filter(found -> found.isDue() && !signsOut)
                            .map(due -> renewals.renew(due, provider.provider()))
                            .orElse(session)
                            .flatMap(open -> vault.open(open).map(tokens -> tokens(request, open, tokens)))
                            .orElseThrow(() -> ended(request, session.map(Session::subject), cookie));
                })
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .invoke(() -> RequestSession.keep(request));
    }

    private static AuthorizationCodeTokens tokens(RoutingContext request, Session session, Tokens tokens) {
        RequestSession.current(request, SignInFacts.of(session, tokens));
        return tokens.forTheRequest();
    }

    private AuthenticationFailedException ended(RoutingContext request, Optional<String> subject, String cookie) {
        subject.or(() -> hash(cookie).flatMap(sessions::subjectOf))
                .ifPresent(whose -> RequestSession.ended(request, whose));
        return new AuthenticationFailedException("The session has ended");
    }

    /** The framework asks for it when somebody signs out, and when it does not accept the ID token. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig tenant, String cookie, OidcRequestContext<Void> context) {
        var provider = provider(request).getOidcProviderClient();
        var event = signsOut(request, tenant) ? Event.SIGN_OUT : Event.SIGN_IN_REFUSED;
        return context.runBlocking(() -> {
            hash(cookie).flatMap(sessions::end).ifPresent(ended -> {
                audit.write(event, ended.subject());
                vault.open(ended).map(Tokens::refreshToken).ifPresent(token -> revoke(token, provider));
            });
            return null;
        });
    }

    /** As far as the provider lets it (RFC 7009): the session has ended here in any case. */
    private static void revoke(String refreshToken, OidcProviderClientImpl provider) {
        try {
            provider.revokeRefreshToken(refreshToken).await().atMost(ANSWER_OF_THE_PROVIDER);
        } catch (RuntimeException e) {
            Log.warnf("A refresh token could not be revoked: %s", e);
        }
    }

    private static boolean signsOut(RoutingContext request, OidcTenantConfig tenant) {
        return request.request().path().equals(tenant.logout().path().orElse(null));
    }

    private Session session(String handleHash, Tokens tokens, RoutingContext request) {
        var userAgent = Optional.ofNullable(request.request().getHeader(HttpHeaders.USER_AGENT))
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_USER_AGENT)))
                .orElse(null);
        return new Session(
                handleHash,
                tokens,
                vault.lock(handleHash, tokens),
                userAgent,
                settings.lifetime(),
                settings.renewalMargin());
    }

    private Optional<String> hash(String cookie) {
        return keys.decrypt(cookie).map(Handle::new).map(Handle::hash);
    }

    private static TenantConfigContext provider(RoutingContext request) {
        return request.get(TenantConfigContext.class.getName());
    }
}
