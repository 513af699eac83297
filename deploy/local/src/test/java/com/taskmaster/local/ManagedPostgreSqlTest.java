package com.taskmaster.local;

import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import com.taskmaster.backing.Program;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** Without superuser access, as in a managed PostgreSQL: a role with createdb and createrole sets up the databases. */
@ExtendWith(ManagedPostgreSqlTest.WithPsql.class)
class ManagedPostgreSqlTest {

    private static final String MAKE_THE_DATABASES =
            "psql -v ON_ERROR_STOP=1 --dbname=postgres --file=../compose/databases.sql";
    private static final Path PAGE = Path.of("../operations/README.md");

    private final Port port = Port.free("PostgreSQL");

    @TempDir
    private Path folder;

    private PostgreSql server;

    @BeforeEach
    void start() throws SQLException {
        server = PostgreSql.start(folder.resolve("data"), folder.resolve("log"), port, List.of());
        try (var connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role administrator login createdb createrole password 'administrator'");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void letsARoleThatIsNoSuperuserMakeTheDatabasesAndMakeThemAnew() throws Exception {
        run(MAKE_THE_DATABASES).orFail();
        run(Documented.commands(PAGE, "Backup and restore").stream()
                        .filter(commands -> commands.contains("drop database"))
                        .findFirst()
                        .orElseThrow())
                .orFail();

        for (var owner : List.of("tasks", "webapp")) {
            try (var connection = connect(owner, owner);
                    var statement = connection.createStatement()) {
                statement.execute("create table made_by_its_owner (id integer)");
            }
        }
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, role);
    }

    private Ended run(String commands) {
        var builder = new ProcessBuilder("bash", "-euc", commands);
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", "localhost",
                        "PGPORT", String.valueOf(port.number()),
                        "PGUSER", "administrator",
                        "PGPASSWORD", "administrator",
                        "TASKS_DATABASE_PASSWORD", "tasks",
                        "WEBAPP_DATABASE_PASSWORD", "webapp",
                        "KEYCLOAK_DATABASE_PASSWORD", "keycloak"));
        return Ended.of(builder);
    }

    static final class WithPsql implements ExecutionCondition {

        private static final Requirement REQUIREMENT =
                new Requirement(new Program("psql", List.of("psql")), "tests.psql.required");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return REQUIREMENT.evaluate(context);
        }
    }
}
