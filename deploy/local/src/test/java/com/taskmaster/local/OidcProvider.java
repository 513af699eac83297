package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider other than Keycloak and Microsoft Entra ID: the certified npm package {@code oidc-provider}, configured in
 * {@code src/test/oidc-provider}.
 */
record OidcProvider(ChildProcess process, URI issuer) implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/oidc-provider");
    private static final Path INSTALLATION = Path.of("target/oidc-provider");

    /** @param settings the settings of the client and the API that {@code provider.js} needs */
    static OidcProvider start(Port port, Map<String, String> settings, Path logs) {
        install(logs);
        var issuer = URI.create("http://localhost:" + port.number());
        var environment = new HashMap<>(settings);
        environment.put("ISSUER", issuer.toString());
        var command = List.of("node", INSTALLATION.resolve("provider.js").toString());
        var process = ChildProcess.start("oidc-provider", command, environment, logs.resolve("oidc-provider.log"));
        return new OidcProvider(process.awaitReady(issuer.resolve("/.well-known/openid-configuration")), issuer);
    }

    /** Installs exactly what the lock file names, from npm's cache where possible. */
    private static void install(Path logs) {
        copy();
        var command = List.of(
                "npm",
                "--prefix=" + INSTALLATION,
                "ci",
                "--prefer-offline",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund");
        try (var npm = ChildProcess.start("npm", command, Map.of(), logs.resolve("npm.log"))) {
            npm.awaitSuccess();
        }
    }

    private static void copy() {
        try (var files = Files.list(SOURCE)) {
            Files.createDirectories(INSTALLATION);
            for (var file : files.toList()) {
                Files.copy(file, INSTALLATION.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
