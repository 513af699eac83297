package com.taskmaster.webapp.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The sessions in the database, as a thief or an operator would see them. */
@ApplicationScoped
public class SessionTable {

    private final DataSource database;

    SessionTable(DataSource database) {
        this.database = database;
    }

    /** The rows in the order of their sign-in, with the values by column name. */
    public List<Map<String, String>> rows() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select * from session order by started_at")) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new TreeMap<String, String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnName(column), String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> onlyRow() {
        return rows().stream().reduce((one, other) -> null).orElseThrow();
    }

    /** Deletes all sessions. */
    public void clear() {
        execute("delete from session");
    }

    /** Simulates that the tokens are due for renewal, but still valid. */
    public void makeDue() {
        execute("update session set renew_at = now()");
    }

    /** Simulates that the tokens have expired. */
    public void makeTokensExpire() {
        execute("update session set renew_at = now(), tokens_expire_at = now()");
    }

    /** Simulates that the lease on a renewal has expired. */
    public void forgetRenewal() {
        execute("update session set renewing_until = null");
    }

    /** The single value that a query returns. */
    public String value(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the action while another transaction holds a lock. */
    public void whileHolding(String lock, Runnable work) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            work.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
