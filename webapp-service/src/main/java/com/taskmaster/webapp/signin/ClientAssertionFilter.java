package com.taskmaster.webapp.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;

/**
 * Completes the framework's client assertions (RFC 7523 §2.2) in three ways: adds the client id, which a Kubernetes
 * service account token lacks; reads that token from its file each time, while the framework keeps it until it expires;
 * and adds the certificate's thumbprint to the header, for which the framework has no setting.
 */
@Unremovable
@ApplicationScoped
@OidcEndpoint({Type.TOKEN, Type.TOKEN_REVOCATION})
class ClientAssertionFilter implements OidcRequestFilter {

    private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&]+)");

    private final String clientId;
    private final Optional<Path> serviceAccountToken;
    private final Optional<ClientCertificate> certificate;

    ClientAssertionFilter(
            ClientSettings settings,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.credentials.jwt.token-path") Optional<Path> serviceAccountToken,
            @ConfigProperty(name = "quarkus.oidc.credentials.jwt.key-file") Optional<String> key) {
        this.clientId = URLEncoder.encode(clientId, StandardCharsets.UTF_8);
        this.serviceAccountToken = serviceAccountToken;
        this.certificate = settings.certificate().map(file -> new ClientCertificate(
                        file, key.orElseThrow(() -> new ConfigurationException(ClientCertificate.WITHOUT_KEY)))
                .checked());
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        var assertion = ASSERTION.matcher(request.requestBody().toString());
        return assertion.find()
                ? request.runBlocking(() -> request.requestBody(Buffer.buffer(completed(assertion))))
                : Uni.createFrom().voidItem();
    }

    private String completed(Matcher assertion) {
        return assertion.replaceFirst("client_id=" + clientId + "&client_assertion=" + completed(assertion.group(1)));
    }

    private String completed(String assertion) {
        try {
            if (serviceAccountToken.isPresent()) {
                return Files.readString(serviceAccountToken.get()).strip();
            }
            return certificate.isPresent() ? certificate.get().sign(assertion) : assertion;
        } catch (IOException | GeneralSecurityException | JoseException e) {
            Log.errorf("The client's credential cannot be used: %s", e);
            // The framework passes on only the cause of a failure, not the failure itself.
            throw new IllegalStateException(new UnusableCredential(e));
        }
    }
}
