package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instances that come and go in a rollout, forwards and back. */
@WithPair
class ReplacementIT {

    @Test
    void startsOnTheSchemaOfANewerVersionOfTheWebApp(Pair pair) throws Exception {
        assertStartsOnANewerSchema(
                pair.webappDatabase(), "webapp", () -> WebAppInstance.start("webapp-older", pair, Map.of()));
    }

    @Test
    void startsOnTheSchemaOfANewerVersionOfTheTasksApi(Pair pair) throws Exception {
        assertStartsOnANewerSchema(
                pair.database(), "tasks", () -> TasksApiInstance.start("tasks-api-older", pair, Map.of()));
    }

    @Test
    void saysThatItIsNotReadyBeforeItStopsAnswering(Pair pair) {
        try (var leaving = WebAppInstance.start("webapp-leaving", pair, Map.of("QUARKUS_SHUTDOWN_DELAY", "10S"))) {
            leaving.askToStop();

            var readiness = IntStream.generate(() -> leaving.status("/q/health/ready"))
                    .dropWhile(status -> status == 200)
                    .findFirst();

            assertThat(readiness).hasValue(503);
            assertThat(leaving.status("/")).isEqualTo(200);
        }
    }

    private static void assertStartsOnANewerSchema(String database, String owner, Supplier<Instance> start)
            throws Exception {
        try (var connection = DriverManager.getConnection(database, owner, owner);
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (999, '999', 'newer', 'SQL', 'V999__newer.sql', 'newer', 0, true)
                    """);
            try (var older = start.get()) {
                assertThat(older.logged()).contains("newer than the latest available migration");
            } finally {
                statement.executeUpdate("delete from flyway_schema_history where version = '999'");
            }
        }
    }
}
