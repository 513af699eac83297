package com.taskmaster.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlTest {

    @TempDir
    Path folder;

    private final Port port = Port.free("PostgreSQL");

    @Test
    void keepsItsDataFromOneStartToTheNext() throws SQLException {
        try (var server = start()) {
            execute(server, "create table note (text varchar)");
            execute(server, "insert into note values ('kept')");
        }

        try (var server = start();
                var connection = DriverManager.getConnection(server.jdbcUrl("tasks"), "tasks", "tasks");
                var result = connection.createStatement().executeQuery("select text from note")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws SQLException {
        try (var server = start()) {
            execute(server, "create table note (text varchar)");
            execute(server, "insert into note values ('kept')");
            server.kill();
        }

        try (var server = start();
                var connection = DriverManager.getConnection(server.jdbcUrl("tasks"), "tasks", "tasks");
                var result = connection.createStatement().executeQuery("select text from note")) {
            assertThat(result.next()).isTrue();
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var other = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " of PostgreSQL is taken");
        }
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(folder.resolve("data").toString());
    }

    private PostgreSql start() {
        return PostgreSql.start(folder.resolve("data"), folder.resolve("logs/postgresql.log"), port, List.of("tasks"));
    }

    private static void execute(PostgreSql server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("tasks"), "tasks", "tasks");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
