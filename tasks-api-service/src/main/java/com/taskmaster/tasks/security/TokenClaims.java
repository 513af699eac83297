package com.taskmaster.tasks.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Claims that MicroProfile JWT leaves untyped. */
final class TokenClaims {

    private TokenClaims() {}

    /** The strings of a claim that holds one string or an array of them; none for any other type. */
    static Stream<String> strings(JsonWebToken token, String name) {
        var claim = token.<Object>claim(name).orElse(null);
        if (claim instanceof JsonArray values) {
            return values.stream().filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString());
        }
        return Stream.ofNullable(claim).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The client that the token was issued to: {@code azp}, {@code appid} (Entra ID's v1 tokens) or {@code client_id} (RFC 9068 §2.2). */
    static Optional<String> client(JsonWebToken token) {
        return Stream.of("azp", "appid", "client_id")
                .flatMap(claim -> strings(token, claim))
                .findFirst();
    }
}
