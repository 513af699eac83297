package com.taskmaster.tasks;

import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that a test may stop and start again, because no other test uses it. */
public final class DatabaseOfItsOwn implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "tasks";

    private final Path folder = temporaryFolder();
    private final Port port = Port.free("PostgreSQL");
    private PostgreSql server;

    @Override
    public Map<String, String> start() {
        startServer();
        return Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(NAME),
                "quarkus.datasource.username", NAME,
                "quarkus.datasource.password", NAME);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(DatabaseOfItsOwn.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            stopServer();
        }
    }

    public void startServer() {
        server = PostgreSql.start(folder.resolve("data"), folder.resolve("postgresql.log"), port, List.of(NAME));
    }

    public void stopServer() {
        server.close();
        server = null;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "database-of-its-own-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
