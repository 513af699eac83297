package com.taskmaster.webapp.settings;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Stops the start, naming the key, where the database is not to be had; Flyway would report that with a stack trace. Of
 * instances that start at once, one migrates, and the others wait for it.
 */
@Singleton
class DatabaseAtStart implements FlywayConfigurationCustomizer {

    /** SQLSTATE, class 28: invalid authorization specification (PostgreSQL, appendix A). */
    private static final String REFUSED = "28";

    /** However long it takes: who waits for whom to start says when it is too long. */
    private static final int FOR_EVER = -1;

    private final boolean migrates;

    DatabaseAtStart(@ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates) {
        this.migrates = migrates;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        // Held by a session: an index that is made concurrently would wait for a transaction that holds it, which waits
        // for the index.
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
                : "The database that quarkus.datasource.jdbc.url names is not to be had: ";
        return fault + e.getMessage();
    }
}
