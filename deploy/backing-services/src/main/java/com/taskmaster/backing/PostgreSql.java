package com.taskmaster.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server on the loopback interface. Each database has an owner of the same name, whose password is the
 * name too.
 */
public final class PostgreSql implements AutoCloseable {

    /**
     * Requires passwords, as a remote database would, except for the superuser, because the library that starts the
     * server uses none.
     */
    private static final String WHO_MAY_CONNECT = """
            host all postgres samehost trust
            host all all      samehost scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Path data;

    private PostgreSql(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * @param data the folder of the database cluster, which is created if necessary and kept
     * @param log the file to which the server's output is appended
     * @param databases the databases to create if they do not exist
     * @throws StartFailure with a message that names the port, the folder or the log
     */
    public static PostgreSql start(Path data, Path log, Port port, List<String> databases) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            Files.createDirectories(Installation.ofThisBuild().postgresql());
            endLeftover(data);
            port.requireFree();
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            Installation.ofThisBuild().postgresql().toFile())
                    .setDataDirectoryCustomizer(PostgreSql::demandPasswords)
                    .setPort(port.number())
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60));
            var postgreSql = new PostgreSql(keepingWhatIsAcknowledged(builder).start(), data);
            databases.forEach(postgreSql::createDatabase);
            return postgreSql;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new StartFailure("PostgreSQL cannot be started in " + data + "; its log is " + log, e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be stopped", e);
        }
    }

    /** Simulates a crash: what has not been written is lost. The server can be closed afterwards, and started again. */
    public void kill() {
        try {
            var postmaster = postmaster(data).orElseThrow();
            var family = new ArrayList<>(List.of(postmaster));
            family.addAll(postmaster.descendants().toList());
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be killed", e);
        }
    }

    /**
     * By default, embedded servers acknowledge commits before they are written. Even so, fsync stays off, which risks
     * data only in a power failure, not in a crash of PostgreSQL.
     */
    private static EmbeddedPostgres.Builder keepingWhatIsAcknowledged(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("synchronous_commit", "on");
    }

    private void createDatabase(String name) {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, name)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create role " + name + " login password '" + name + "'");
                    statement.execute("create database " + name + " owner " + name);
                }
            }
        } catch (SQLException e) {
            throw new StartFailure("The database " + name + " cannot be created", e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void demandPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endLeftover(Path data) throws IOException {
        postmaster(data).ifPresent(ChildProcess::end);
    }

    /** The first line of postmaster.pid is the process id of the server that uses the folder. */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).get(0).strip()))
                        .filter(PostgreSql::isServer)
                : Optional.empty();
    }

    private static boolean isServer(ProcessHandle handle) {
        return handle.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter("postgres"::equals)
                .isPresent();
    }
}
