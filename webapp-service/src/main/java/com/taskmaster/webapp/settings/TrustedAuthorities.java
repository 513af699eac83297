package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The framework's trust store settings, checked here because the framework does not name the setting of a file that it
 * cannot read.
 */
@ConfigMapping(prefix = "quarkus.tls")
public interface TrustedAuthorities {

    Authority provider();

    Authority api();

    /** A certificate authority that signs server certificates. */
    interface Authority {

        /** The files with the certificates of this CA (PEM). */
        @WithName("trust-store.pem.certs")
        Optional<List<@PemFile Path>> certs();
    }
}
