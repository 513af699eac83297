package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The client through which the current request is made. */
@ApplicationScoped
public class CurrentClient {

    private final JsonWebToken accessToken;

    CurrentClient(JsonWebToken accessToken) {
        this.accessToken = accessToken;
    }

    /** As the provider knows the client; empty where its access tokens do not say. */
    public Optional<String> id() {
        return TokenClaims.client(accessToken);
    }
}
