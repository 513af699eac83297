package com.taskmaster.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;

/**
 * The sessions in the database.
 *
 * @param database its JDBC URL
 */
record SessionRows(String database) {

    void clear() {
        execute("delete from session");
    }

    /** Simulates that all users have been away for longer than the idle timeout. */
    void expire() {
        execute("update session set last_used_at = now() - interval '2 hours'");
    }

    /** Simulates that the tokens are due for renewal, but still valid. */
    void makeDue() {
        execute("update session set renew_at = now(), renewing_until = null");
    }

    /** Simulates that the tokens have expired. */
    void makeTokensExpire() {
        execute("update session set renew_at = now(), tokens_expire_at = now()");
    }

    /**
     * Ends an instance's connections, and refuses new ones while the action runs.
     *
     * @param instance the name of its connections
     */
    void refuseConnections(String instance, Runnable meanwhile) {
        try (var connection = DriverManager.getConnection(database, "webapp", "webapp");
                var statement = connection.createStatement()) {
            statement.execute("alter database webapp connection limit 0");
            try {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '%s'"
                        .formatted(instance));
                meanwhile.run();
            } finally {
                statement.execute("alter database webapp connection limit -1");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int number() {
        return Integer.parseInt(value("select count(*) from session"));
    }

    /** The number of renewals of the only session. */
    int renewals() {
        return Integer.parseInt(value("select renewals from session"));
    }

    /** Whether an instance has claimed the renewal of the only session. */
    boolean isBeingRenewed() {
        return value("select renewing_until > now() from session").equals("t");
    }

    /** The {@code kid} of the key that encrypts the tokens of the only session (RFC 7516 §4.1.6). */
    String keyOfTokens() {
        var header = value("select split_part(tokens, '.', 1) from session");
        try {
            return new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(header))
                    .path("kid")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value(String sql) {
        try (var connection = DriverManager.getConnection(database, "webapp", "webapp");
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(database, "webapp", "webapp");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
