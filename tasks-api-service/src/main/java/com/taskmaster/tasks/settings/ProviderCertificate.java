package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The framework's setting for the provider's CA, checked here because the framework reads the file only with the first
 * token.
 */
@ConfigMapping(prefix = "smallrye.jwt.client.tls.certificate")
interface ProviderCertificate {

    /** The file with the certificate of the CA (PEM), if a private CA signed the provider's certificate. */
    Optional<@PemFile Path> path();
}
