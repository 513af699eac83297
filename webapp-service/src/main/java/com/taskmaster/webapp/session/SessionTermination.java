package com.taskmaster.webapp.session;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.provider.OpenIdProvider;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Sees to it that a session leaves no refresh token behind that is still good, as far as the provider lets it (RFC 7009). */
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
     * Ends sessions of a person at their wish, and none that is not theirs. All of them end, and that is written down, before the
     * provider is told: it may hang.
     */
    public void endOwn(String issuer, String subject, List<String> ids) {
        var ended = sessions.endOwn(issuer, subject, ids);
        ended.forEach(session -> audit.write(Event.ENDED_BY_USER, session.subject()));
        ended.forEach(this::revokeUnlessShared);
    }

    /** For a session that has ended without its sign-in at the provider. */
    void revokeUnlessShared(Session ended) {
        vault.open(ended).ifPresent(this::revokeUnlessShared);
    }

    /**
     * Leaves the tokens alone as long as another session goes back to the same sign-in at the provider: revoking one refresh
     * token may end all of them (RFC 7009 §2.1). Where the provider names no sessions, each of the person may be one of them.
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
