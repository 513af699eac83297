package com.taskmaster.tasks.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that start at once on an empty database, with kinds of migrations that we do not have yet. */
class MigrationsTest {

    private static final int CONNECTIONS = 3;

    @TempDir
    Path folder;

    @Test
    void makesAnIndexConcurrentlyAndOnce() throws Exception {
        try (var server = PostgreSql.start(
                        folder.resolve("data"), folder.resolve("log"), Port.free("PostgreSQL"), List.of("tasks"));
                var one = connections(server.jdbcUrl("tasks"));
                var other = connections(server.jdbcUrl("tasks"))) {
            var starts = Stream.of(one, other)
                    .map(instance -> CompletableFuture.supplyAsync(() -> migrate(instance))
                            .orTimeout(60, TimeUnit.SECONDS))
                    .toList();

            var migrations = starts.stream().mapToInt(CompletableFuture::join).sum();

            assertThat(strings(one, "select version from flyway_schema_history where success"))
                    .doesNotHaveDuplicates()
                    .contains("1", "1000", "1001")
                    .hasSize(migrations);
            assertThat(strings(one, "select indisvalid from pg_index where indexrelid = 'made_concurrently'::regclass"))
                    .containsExactly("t");
            assertThat(timeoutsOf(one)).containsOnly("1s");
            assertThat(timeoutsOf(other)).containsOnly("1s");
        }
    }

    private static int migrate(AgroalDataSource database) {
        var configuration = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/concurrently");
        new DatabaseAtStart(true).customize(configuration);
        return configuration.load().migrate().migrationsExecuted;
    }

    /** Like the service's connections, but with statement and socket timeouts shorter than the migration. */
    private static AgroalDataSource connections(String url) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .jdbcProperty("socketTimeout", "1")
                                .principal(new NamePrincipal("tasks"))
                                .credential(new SimplePassword("tasks"))
                                .initialSql("set lock_timeout = '1s'; set statement_timeout = '1s'"))));
    }

    /** The timeouts of all connections in the pool: PostgreSQL's two, and the driver's. */
    private static List<String> timeoutsOf(AgroalDataSource database) throws SQLException {
        var taken = new ArrayList<Connection>();
        var timeouts = new ArrayList<String>();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                taken.add(database.getConnection());
                timeouts.addAll(strings(taken.get(i), "show lock_timeout"));
                timeouts.addAll(strings(taken.get(i), "show statement_timeout"));
                timeouts.add(Duration.ofMillis(taken.get(i).getNetworkTimeout()).toSeconds() + "s");
            }
            return timeouts;
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private static List<String> strings(AgroalDataSource database, String query) throws SQLException {
        try (var connection = database.getConnection()) {
            return strings(connection, query);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
