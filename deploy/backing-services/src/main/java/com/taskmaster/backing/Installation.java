package com.taskmaster.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** The paths to which the build has unpacked Keycloak and PostgreSQL, and that of the realm. */
record Installation(Path keycloak, Path realm, Path postgresql) {

    static Installation ofThisBuild() {
        var paths = new Properties();
        try (var stream = Installation.class.getResourceAsStream("/backing-services.properties")) {
            paths.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Installation(
                Path.of(paths.getProperty("keycloak.home")),
                Path.of(paths.getProperty("keycloak.realm")),
                Path.of(paths.getProperty("postgresql.home")));
    }
}
