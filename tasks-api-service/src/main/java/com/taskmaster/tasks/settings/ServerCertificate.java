package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The framework's settings of a server that speaks TLS: of a file that it cannot read, it does not name the key. */
@ConfigMapping(prefix = "quarkus.http.ssl.certificate")
interface ServerCertificate {

    /** The file of this service's certificate (PEM), where it serves TLS itself. */
    Optional<List<@PemFile Path>> files();

    /** The file of its private key (PEM). */
    Optional<List<@PemFile(label = "PRIVATE KEY") Path>> keyFiles();
}
