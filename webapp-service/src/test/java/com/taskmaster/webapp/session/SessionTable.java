package com.taskmaster.webapp.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the database holds of the sessions, as a thief or an operator would see it. */
@ApplicationScoped
public class SessionTable {

    private final DataSource database;

    SessionTable(DataSource database) {
        this.database = database;
    }

    /** The rows by the time of their sign-in, each value by its column's name. */
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

    /** Begins anew. */
    public void clear() {
        execute("delete from session");
    }

    /** As if so much time had passed that the tokens have to be renewed, though they are still good. */
    public void makeDue() {
        execute("update session set renew_at = now()");
    }

    /** As if so much time had passed that the tokens are not good any more. */
    public void makeTokensExpire() {
        execute("update session set renew_at = now(), tokens_expire_at = now()");
    }

    /** As if so much time had passed that nobody waits for the renewal that somebody has begun. */
    public void forgetRenewal() {
        execute("update session set renewing_until = null");
    }

    /** The one value that a question has. */
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

    /** Does something while another transaction has done this, and not ended. */
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
