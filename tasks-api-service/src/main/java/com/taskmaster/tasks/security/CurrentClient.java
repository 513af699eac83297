package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The client through which the current request is made. */
@ApplicationScoped
public class CurrentClient {

    private final JsonWebToken accessToken;

    CurrentClient(JsonWebToken accessToken) {
        this.accessToken = accessToken;
    }

    /** {@code azp} (Keycloak, Entra ID v2), {@code appid} (Entra ID v1) or {@code client_id} (RFC 9068 §2.2). */
    public Optional<String> id() {
        return Stream.of("azp", "appid", "client_id")
                .flatMap(claim -> accessToken.<Object>claim(claim).stream())
                .map(Object::toString)
                .findFirst();
    }
}
