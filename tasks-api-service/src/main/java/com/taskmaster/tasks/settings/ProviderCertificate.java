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

    /** Where a private authority has signed the provider's certificate, the file of that authority's (PEM). */
    Optional<@PemFile Path> path();
}
