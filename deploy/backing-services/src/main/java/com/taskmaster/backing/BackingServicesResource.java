package com.taskmaster.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Provides a {@code @QuarkusTest} with a real Keycloak and PostgreSQL, shared by all tests of a JVM, with new data.
 *
 * <p>Does nothing if {@code quarkus.devservices.enabled} is true: Dev Services then start both as containers.
 */
public final class BackingServicesResource implements QuarkusTestResourceLifecycleManager {

    private static final String KEYCLOAK = "keycloak.url";
    private static final String DATABASE = "backing-services.database";

    private String database;

    /** {@code database}: the name of the database of the service under test. */
    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        if (Boolean.getBoolean("quarkus.devservices.enabled")) {
            return Map.of();
        }
        startOnce();
        return Map.of(
                KEYCLOAK,
                System.getProperty(KEYCLOAK),
                "quarkus.datasource.jdbc.url",
                System.getProperty(DATABASE),
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                database);
    }

    /** Does nothing, because other tests may still need the servers, which stop with the JVM. */
    @Override
    public void stop() {}

    /** Stored in system properties, because Quarkus loads this class again for each application that it starts. */
    private void startOnce() {
        if (System.getProperty(KEYCLOAK) != null) {
            return;
        }
        var folder = temporaryFolder();
        var cluster = folder.resolve("postgresql");
        Keycloak.prepare(folder.resolve("keycloak.log"));
        Keycloak.beginCluster(cluster);
        var postgreSql = PostgreSql.start(
                cluster, folder.resolve("postgresql.log"), Port.free("PostgreSQL"), List.of("keycloak", database));
        var keycloak = Keycloak.start(
                Port.free("Keycloak"),
                postgreSql.jdbcUrl("keycloak"),
                Map.of("TASKMASTER_WEBAPP_SECRET", Keycloak.DEMO_SECRET),
                folder.resolve("keycloak.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            keycloak.close();
            postgreSql.close();
        }));
        System.setProperty(KEYCLOAK, keycloak.address().toString());
        System.setProperty(DATABASE, postgreSql.jdbcUrl(database));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backing-services-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
