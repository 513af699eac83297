package com.taskmaster.webapp.session;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.settings.SessionSettings;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Keeps the tokens on the server and gives the browser an encrypted handle. Tokens are renewed here, before the
 * framework sees them, because the framework coordinates refreshes only within one instance and considers only the ID
 * token's expiry.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {

    private static final int LONGEST_USER_AGENT = 500;

    private final Sessions sessions;
    private final Renewals renewals;
    private final SessionTermination termination;
    private final TokenVault vault;
    private final EncryptionKeys keys;
    private final SessionSettings settings;
    private final Audit audit;
    private final BlockingSecurityExecutor blocking;

    SessionTokens(
            Sessions sessions,
            Renewals renewals,
            SessionTermination termination,
            TokenVault vault,
            EncryptionKeys keys,
            SessionSettings settings,
            Audit audit,
            BlockingSecurityExecutor blocking) {
        this.sessions = sessions;
        this.renewals = renewals;
        this.termination = termination;
        this.vault = vault;
        this.keys = keys;
        this.settings = settings;
        this.audit = audit;
        this.blocking = blocking;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens issued,
            OidcRequestContext<String> context) {
        var replaced = RequestSession.replacedCookie(request);
        return Uni.createFrom()
                .deferred(() -> open(request, tenant, issued, replaced, context))
                .onFailure()
                .call(() -> blocking.executeBlocking(() -> {
                    revokeUnused(issued, replaced);
                    return null;
                }));
    }

    private Uni<String> open(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens issued,
            Optional<String> replacedCookie,
            OidcRequestContext<String> context) {
        if (request.response().ended()) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("The client disconnected before sign-in completed"));
        }
        var demanded = DemandedParameters.take(request);
        if (!demanded.areMetBy(OidcCommonUtils.decodeJwtContent(issued.getIdToken()), clockGrace(tenant))) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException(
                            "The user was not authenticated as demanded (max_age, acr_values)"));
        }
        var handle = Handle.random();
        var tokens = Tokens.issued(issued, requested(tenant, demanded.values()));
        var session = session(handle.hash(), tokens, request);
        return context.runBlocking(() -> {
            var replaced = replacedCookie.flatMap(this::hash).flatMap(sessions::end);
            sessions.open(session);
            replaced.ifPresent(ended -> audit.write(Event.SESSION_REPLACED, ended.subject()));
            audit.write(Event.SIGN_IN, session.subject());
            replaced.ifPresent(termination::revokeUnlessShared);
            return keys.encrypt(handle.value());
        });
    }

    private static Duration clockGrace(OidcTenantConfig tenant) {
        return Duration.ofSeconds(tenant.token().lifespanGrace().orElse(0));
    }

    /** The parameters of the authorization request: the configured ones, and the demanded ones in their place. */
    private static Map<String, String> requested(OidcTenantConfig tenant, Map<String, String> demanded) {
        var requested = new TreeMap<>(tenant.authentication().extraParams());
        requested.put("scope", String.join(" ", OidcUtils.getAllScopes(tenant)));
        requested.putAll(demanded);
        return requested;
    }

    /**
     * Revokes the refresh token of a sign-in that opened no session, unless another session is based on the same sign-in
     * at the provider. If the database cannot tell, that is assumed of a browser with a session cookie.
     */
    private void revokeUnused(AuthorizationCodeTokens issued, Optional<String> replacedCookie) {
        try {
            termination.revokeUnlessShared(Tokens.issued(issued, Map.of()));
        } catch (RuntimeException e) {
            if (replacedCookie.isEmpty()) {
                termination.revoke(issued.getRefreshToken());
            }
        }
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        var signsOut = RequestSession.signsOut(request);
        var provider = provider(request).provider();
        return blocking.executeBlocking(() -> hash(cookie).flatMap(sessions::use))
                .chain(found -> found.filter(session -> session.isDue() && !signsOut)
                        .map(due -> renewals.renew(due, provider).emitOn(threadsOf(request)))
                        .orElse(Uni.createFrom().item(found))
                        .chain(good -> context.runBlocking(() -> good.flatMap(
                                        session -> vault.open(session).map(tokens -> tokens(request, session, tokens)))
                                .orElseThrow(() -> ended(request, found.map(Session::subject), cookie)))))
                .onFailure()
                .invoke(() -> RequestSession.keep(request));
    }

    private static AuthorizationCodeTokens tokens(RoutingContext request, Session session, Tokens tokens) {
        RequestSession.current(request, SignInFacts.of(session, tokens), tokens.idToken());
        return tokens.forTheRequest();
    }

    private AuthenticationFailedException ended(RoutingContext request, Optional<String> subject, String cookie) {
        subject.or(() -> hash(cookie).flatMap(sessions::subjectOf))
                .ifPresent(whose -> RequestSession.ended(request, whose));
        return new AuthenticationFailedException("The session has ended");
    }

    /** The framework calls this when a user signs out, and when it rejects the ID token. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig tenant, String cookie, OidcRequestContext<Void> context) {
        var event = RequestSession.signsOut(request) ? Event.SIGN_OUT : Event.SIGN_IN_REFUSED;
        return context.runBlocking(() -> {
            hash(cookie).flatMap(sessions::end).ifPresent(ended -> {
                audit.write(event, ended.subject());
                termination.revokeWithSignIn(ended);
            });
            return null;
        });
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

    /** The Vert.x context on which the framework continues a request that has waited. */
    private static Executor threadsOf(RoutingContext request) {
        var context = request.vertx().getOrCreateContext();
        return task -> context.runOnContext(ignored -> task.run());
    }

    private static TenantConfigContext provider(RoutingContext request) {
        return request.get(TenantConfigContext.class.getName());
    }
}
