package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replacing instances in a rollout, and in a rollback. */
@WithPair
class ReplacementIT {

    private static final String WAITS =
            "select exists (select from pg_locks where not granted and relation = 'task'::regclass)";

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
            leaving.kill();
        }
    }

    @Test
    void finishesWhatIsUnderWayBeforeItStops(Pair pair) throws Exception {
        var alice = new Visitor(pair.webapp());
        alice.signIn("alice");
        try (var tasksApi = TasksApiInstance.start(
                        "tasks-api-finishing",
                        pair,
                        Map.of(
                                "QUARKUS_SHUTDOWN_TIMEOUT",
                                "30S",
                                "QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL",
                                "set lock_timeout = '30s'"));
                var webapp = WebAppInstance.start(
                        "webapp-finishing",
                        pair,
                        Map.of(
                                "QUARKUS_SHUTDOWN_TIMEOUT",
                                "30S",
                                "QUARKUS_REST_CLIENT_TASKS_API_URL",
                                tasksApi.address().toString(),
                                "QUARKUS_REST_CLIENT_TASKS_API_READ_TIMEOUT",
                                "30000"));
                var database = DriverManager.getConnection(pair.database(), "tasks", "tasks");
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table task in access exclusive mode");
            var answer = alice.ask(webapp, "/tasks");
            awaitWhoWaits(statement, answer);
            for (var leaving : List.of(webapp, tasksApi)) {
                leaving.askToStop();
                awaitThatItFinishes(leaving);
            }

            database.rollback();

            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(List.of(webapp, tasksApi))
                    .allSatisfy(leaving ->
                            assertThat(leaving.process().handle().onExit()).succeedsWithin(Duration.ofSeconds(30)));
        }
    }

    private static void awaitWhoWaits(Statement statement, Future<?> answer) throws SQLException {
        var waits = false;
        while (!waits) {
            assertThat(answer).as("waits for the lock").isNotDone();
            try (var row = statement.executeQuery(WAITS)) {
                waits = row.next() && row.getBoolean(1);
            }
        }
    }

    private static void awaitThatItFinishes(Instance leaving) {
        assertThat(Stream.generate(leaving::logged)
                        .takeWhile(log -> leaving.process().handle().isAlive())
                        .anyMatch(log -> log.contains("Waiting for HTTP requests to complete")))
                .isTrue();
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
