package com.taskmaster.tasks.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.security.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The content of an access token, never the token itself.
 *
 * @param owner owns the tasks that this caller creates
 * @param client absent if the provider's tokens do not name it
 * @param authenticatedAt when the user signed in; absent if the token does not say
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Me(
        @Schema(required = true, examples = "https://provider.example/realms/taskmaster")
        String issuer,

        @Schema(required = true, examples = "5f0c9d1e-55aa-4b7c-8f3b-2f6f0c9d1e55")
        String subject,

        @Schema(required = true) Owner owner,
        @Schema(examples = "taskmaster-webapp") Optional<String> client,

        @Schema(required = true, examples = "[\"tasks.read\"]")
        Set<String> scopes,

        @Schema(required = true, examples = "[\"tasks-api\"]")
        Set<String> audience,

        @Schema(required = true, examples = "2026-11-21T17:00:00Z")
        Instant issuedAt,

        @Schema(required = true, examples = "2026-11-21T17:05:00Z")
        Instant expiresAt,

        @Schema(examples = "2026-11-21T16:58:00Z") Optional<Instant> authenticatedAt) {

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
