package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The client that sent the current request. */
@ApplicationScoped
public class CurrentClient {

    private final JsonWebToken accessToken;

    CurrentClient(JsonWebToken accessToken) {
        this.accessToken = accessToken;
    }

    /** The client id; empty if the provider's access tokens do not name it. */
    public Optional<String> id() {
        return TokenClaims.client(accessToken);
    }
}
