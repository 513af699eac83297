package com.taskmaster.tasks.security;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The scopes in an access token: {@code scope} (RFC 9068 §2.2.3) or {@code scp} (Entra ID), separated by spaces. */
final class TokenScopes {

    private TokenScopes() {}

    static Set<String> of(JsonWebToken token) {
        return Stream.of("scope", "scp")
                .flatMap(claim -> token.<Object>claim(claim).stream())
                .flatMap(value -> Stream.of(value.toString().split(" ")))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
