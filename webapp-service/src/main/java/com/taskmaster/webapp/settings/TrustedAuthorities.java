package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The framework's settings of whom to trust: of a file that it cannot read, it does not name the key. */
@ConfigMapping(prefix = "quarkus.tls")
public interface TrustedAuthorities {

    Authority provider();

    Authority api();

    /** Whoever has signed the certificate of a server. */
    interface Authority {

        /** The file of that authority's certificate (PEM). */
        @WithName("trust-store.pem.certs")
        Optional<List<@PemFile Path>> certs();
    }
}
