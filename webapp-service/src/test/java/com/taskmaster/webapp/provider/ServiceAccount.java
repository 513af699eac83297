package com.taskmaster.webapp.provider;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import java.util.UUID;

/**
 * A pod's service account, whose projected token a federated credential accepts as the client's. The cluster replaces
 * the token in the file long before it expires.
 */
public final class ServiceAccount implements ClientCredential {

    private static final String CLUSTER = "https://cluster.example";
    private static final String NAME = "system:serviceaccount:taskmaster:webapp-service";
    private static final String AUDIENCE = "api://AzureADTokenExchange";

    private final Path file;
    private volatile KeyPair clusterKey;

    private ServiceAccount(Path file) {
        this.file = file;
    }

    static ServiceAccount create() {
        try {
            var account = new ServiceAccount(Files.createTempFile("service-account-", ".token"));
            account.file.toFile().deleteOnExit();
            account.replaceToken();
            return account;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the token in the file; the old one is no longer valid. */
    public void replaceToken() {
        try {
            clusterKey = KeyUtils.generateKeyPair(2048);
            var token = Jwt.issuer(CLUSTER)
                    .subject(NAME)
                    .audience(AUDIENCE)
                    .claim("jti", UUID.randomUUID().toString())
                    .expiresIn(3600)
                    .sign(clusterKey.getPrivate());
            Files.writeString(file, token + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.credentials.jwt.source",
                "bearer",
                "quarkus.oidc.credentials.jwt.token-path",
                file.toString());
    }

    @Override
    public boolean isShownBy(ReceivedRequest request, String tokenEndpoint) {
        return new ClientAssertion(clusterKey.getPublic(), CLUSTER, NAME, AUDIENCE)
                .in(request)
                .isPresent();
    }
}
