package com.taskmaster.benchmark;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.backing.SigningKeys;
import com.taskmaster.local.Pair;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;

/** Issues access tokens for many users, signed with a key that the running Keycloak publishes. */
final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(2);

    private final KeyPair key = SigningKeys.named("realm");
    private final String keyId;
    private final String issuer;

    Tokens(Pair pair) {
        keyId = new KeycloakAdmin(pair.keycloak()).addSigningKey(key);
        issuer = pair.issuer().toString();
    }

    /** The issuer of the dataset's accounts; the provider's port may differ between runs. */
    String issuer() {
        return issuer;
    }

    String of(String subject) {
        return Jwt.claims()
                .issuer(issuer)
                .subject(subject)
                .audience("tasks-api")
                .claim("typ", "Bearer")
                .claim("azp", "taskmaster-webapp")
                .claim("scope", "tasks.read tasks.write")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(LIFETIME))
                .jws()
                .keyId(keyId)
                .sign(key.getPrivate());
    }
}
