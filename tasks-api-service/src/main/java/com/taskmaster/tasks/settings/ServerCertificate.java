package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The framework's TLS settings, checked here because its own errors do not name the setting. */
@ConfigMapping(prefix = "quarkus.http.ssl.certificate")
interface ServerCertificate {

    /** The file with this service's certificate (PEM), if it serves TLS itself. */
    Optional<List<@PemFile Path>> files();

    /** The file with the private key of this certificate (PEM). */
    Optional<List<@PemFile(label = "PRIVATE KEY") Path>> keyFiles();
}
