package com.taskmaster.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL server on the loopback interface; each database has an owner whose name and password are its name. */
public final class PostgreSql implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
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
            var postgreSql = new PostgreSql(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            Installation.ofThisBuild().postgresql().toFile())
                    .setPort(port.number())
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
            databases.forEach(postgreSql::createDatabase);
            return postgreSql;
        } catch (IOException | IllegalStateException e) {
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

    /** The first line of postmaster.pid is the process id of the server that holds the folder. */
    private static void endLeftover(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .filter(PostgreSql::isServer)
                    .ifPresent(ChildProcess::end);
        }
    }

    private static boolean isServer(ProcessHandle handle) {
        return handle.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter("postgres"::equals)
                .isPresent();
    }
}
