package com.taskmaster.tasks.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.security.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What an access token says, and never the token.
 *
 * @param owner whose the tasks are that this caller makes
 * @param client absent where the provider's tokens do not name it
 * @param authenticatedAt when the user signed in; absent where the token does not say
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Me(
        String issuer,
        String subject,
        Owner owner,
        Optional<String> client,
        Set<String> scopes,
        Set<String> audience,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> authenticatedAt) {

    static Me of(JsonWebToken token, Owner owner, Optional<String> client, Set<String> scopes) {
        return new Me(
                token.getIssuer(),
                token.getSubject(),
                owner,
                client,
                new TreeSet<>(scopes),
                new TreeSet<>(token.getAudience()),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                Instant.ofEpochSecond(token.getExpirationTime()),
                token.<Long>claim(Claims.auth_time)
                        .filter(seconds -> seconds > 0)
                        .map(Instant::ofEpochSecond));
    }
}
