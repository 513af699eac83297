package com.taskmaster.webapp.settings;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Stops the start and names the setting if the database cannot be reached; Flyway would only log a stack trace. If
 * several instances start at once, one migrates and the others wait for it.
 */
@Singleton
class DatabaseAtStart implements FlywayConfigurationCustomizer {

    /** The SQLSTATE class "invalid authorization specification" (PostgreSQL, appendix A). */
    private static final String REFUSED = "28";

    /** Unlimited: whatever monitors the start decides when it has taken too long. */
    private static final int FOR_EVER = -1;

    private final boolean migrates;

    DatabaseAtStart(@ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates) {
        this.migrates = migrates;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        // A session-level lock: CREATE INDEX CONCURRENTLY would wait for the transaction that holds a transactional
        // lock, which in turn waits for the index.
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
