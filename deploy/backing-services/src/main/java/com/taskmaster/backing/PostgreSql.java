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

/** A PostgreSQL server on the loopback interface; each database has an owner whose name and password are its name. */
public final class PostgreSql implements AutoCloseable {

    /** As a database that is not on this machine demands it; the library that starts the server knows no password. */
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
     * @param data the folder of the database cluster; it is made where it is missing, and kept
     * @param log the file that the server's output is appended to
     * @param databases the databases to make where they are missing
     * @throws StartFailure naming the port, the folder or the log
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

    /** As if it had crashed: what it has not written by then is lost. It may be closed afterwards, and started again. */
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
     * Embedded servers acknowledge commits before they are written, if they are not told otherwise. They still leave it
     * to the operating system when the disk has them (fsync=off): that matters where the power fails, not where
     * PostgreSQL does.
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
            throw new StartFailure("The database " + name + " cannot be made", e);
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

    /** The first line of postmaster.pid is the process id of the server that holds the folder. */
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
