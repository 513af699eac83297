package com.taskmaster.tasks.settings;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Checks the database before migrating, and stops the start with a message that names the setting; Flyway would report
 * a stack trace. When several instances start at once, one migrates and the others wait.
 */
@Singleton
class DatabaseAtStart implements FlywayConfigurationCustomizer {

    /** SQLSTATE, class 28: invalid authorization specification (PostgreSQL, appendix A). */
    private static final String REFUSED = "28";

    /** Wait without limit: the platform's startup probe decides what takes too long. */
    private static final int FOR_EVER = -1;

    private final boolean migrates;

    DatabaseAtStart(@ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates) {
        this.migrates = migrates;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        // A session lock: CREATE INDEX CONCURRENTLY would wait forever for a transaction that holds the lock.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        configuration.lockRetryCount(FOR_EVER);
        configuration.callbacks(new WithoutSocketTimeout());
        if (migrates) {
            try {
                configuration.getDataSource().getConnection().close();
            } catch (SQLException e) {
                throw new ConfigurationException(fault(e));
            }
        }
    }

    private static String fault(SQLException e) {
        var fault = e.getSQLState() != null && e.getSQLState().startsWith(REFUSED)
                ? "The database refuses quarkus.datasource.username and quarkus.datasource.password: "
                : "The database that quarkus.datasource.jdbc.url names cannot be reached: ";
        return fault + e.getMessage();
    }
}
