package com.taskmaster.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server for one test, which may stop, restart or disconnect it. */
public final class DatabaseOfItsOwn implements QuarkusTestResourceLifecycleManager {

    private final Path folder = temporaryFolder();
    private final Port port = Port.free("PostgreSQL");
    private final TcpProxy proxy = new TcpProxy(port);
    private String name;
    private PostgreSql server;

    /** {@code database}: the name of the database of the service under test. */
    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        startServer();
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + proxy.port() + "/" + name,
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", name);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(DatabaseOfItsOwn.class));
    }

    @Override
    public void stop() {
        proxy.close();
        if (server != null) {
            stopServer();
        }
    }

    public void startServer() {
        server = PostgreSql.start(folder.resolve("data"), folder.resolve("postgresql.log"), port, List.of(name));
    }

    public void stopServer() {
        server.close();
        server = null;
    }

    /** Simulates a crash. */
    public void killServer() {
        server.kill();
        stopServer();
    }

    /** Simulates the failure of its machine: clients get no response, and their connections are not closed. */
    public void fallSilent() {
        proxy.fallSilent();
    }

    /** Accepts new connections again, as after a failover. */
    public void answerAgain() {
        proxy.passOnAgain();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "database-of-its-own-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
