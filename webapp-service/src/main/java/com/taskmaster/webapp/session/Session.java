package com.taskmaster.webapp.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens of one sign-in. They come here encrypted (JWE) under a key that the database does not hold, and the row's
 * name is a hash of the handle in the browser's cookie: a copy of the table opens no session and yields no token.
 */
@Entity
class Session {

    @Id
    private String handleHash;

    private String idToken;

    private String accessToken;
    private Long accessTokenExpiresIn;
    private String accessTokenScope;
    private String refreshToken;
    private Instant startedAt;
    private Instant renewedAt;
    private Instant expiresAt;

    protected Session() {}

    Session(SessionHandle handle, AuthorizationCodeTokens tokens, Duration lifetime) {
        this.handleHash = handle.hash();
        this.startedAt = Instant.now();
        renew(tokens, lifetime);
    }

    void renew(AuthorizationCodeTokens tokens, Duration lifetime) {
        idToken = tokens.getIdToken();
        accessToken = tokens.getAccessToken();
        accessTokenExpiresIn = tokens.getAccessTokenExpiresIn();
        accessTokenScope = tokens.getAccessTokenScope();
        refreshToken = tokens.getRefreshToken();
        renewedAt = Instant.now();
        expiresAt = renewedAt.plus(lifetime);
    }

    AuthorizationCodeTokens tokens() {
        return new AuthorizationCodeTokens(idToken, accessToken, refreshToken, accessTokenExpiresIn, accessTokenScope);
    }
}
