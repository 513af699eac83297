package com.taskmaster.webapp.session;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.provider.OpenIdProvider;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Ensures that no ended session leaves a valid refresh token behind, as far as the provider supports revocation (RFC
 * 7009).
 */
@ApplicationScoped
public class SessionTermination {

    private final Sessions sessions;
    private final TokenVault vault;
    private final OpenIdProvider provider;
    private final Audit audit;

    SessionTermination(Sessions sessions, TokenVault vault, OpenIdProvider provider, Audit audit) {
        this.sessions = sessions;
        this.vault = vault;
        this.provider = provider;
        this.audit = audit;
    }

    /**
     * Ends sessions at their user's request, and none of anybody else. All are ended and audited before the provider is
     * called, because it may hang.
     */
    public void endOwn(String issuer, String subject, List<String> ids) {
        var ended = sessions.endOwn(issuer, subject, ids);
        ended.forEach(session -> audit.write(Event.ENDED_BY_USER, session.subject()));
        ended.forEach(this::revokeUnlessShared);
    }

    /** For a session that ends without its sign-in at the provider. */
    void revokeUnlessShared(Session ended) {
        vault.open(ended).ifPresent(this::revokeUnlessShared);
    }

    /**
     * Revokes the refresh token, unless another session is based on the same sign-in at the provider: revoking one
     * token may invalidate all of them (RFC 7009 §2.1). If the provider names no sessions, any session of the user may
     * be based on it.
     */
    void revokeUnlessShared(Tokens tokens) {
        if (!sessions.existsFor(tokens)) {
            revoke(tokens.refreshToken());
        }
    }

    /** For a session whose sign-in at the provider ends with it. */
    void revokeWithSignIn(Session ended) {
        vault.open(ended).ifPresent(tokens -> {
            if (tokens.providerSession() == null) {
                revokeUnlessShared(tokens);
            } else {
                revoke(tokens.refreshToken());
            }
        });
    }

    /** @param refreshToken {@code null} if there is none */
    void revoke(String refreshToken) {
        try {
            Optional.ofNullable(refreshToken).ifPresent(provider::revokeRefreshToken);
        } catch (RuntimeException e) {
            Log.warnf("A refresh token could not be revoked: %s", e);
        }
    }
}
