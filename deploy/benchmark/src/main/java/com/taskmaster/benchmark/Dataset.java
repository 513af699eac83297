package com.taskmaster.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two million tasks of a thousand users: one has 100,000, one has 50, the others about 1,900 each. */
final class Dataset {

    static final String LARGEST = "user-1";
    static final String SMALLEST = "user-2";

    private static final int USERS = 1_000;
    private static final int TASKS = 2_000_000;
    private static final int OF_LARGEST = 100_000;
    private static final int OF_SMALLEST = 50;
    private static final int STEP = 20;

    private static final String INSERT_ACCOUNTS = """
            with made as (
                insert into account (issuer, subject) %s on conflict do nothing returning id, inbox)
            insert into task_list (id, account_id, name, position, created_at, changed_at, version)
            select inbox, id, 'Inbox', 0, now(), now(), 0 from made""";
    private static final String INSERT_ALL_ACCOUNTS =
            INSERT_ACCOUNTS.formatted("select ?, 'user-' || i from generate_series(1, %d) as i".formatted(USERS));
    private static final String INSERT_ACCOUNT = INSERT_ACCOUNTS.formatted("values (?, ?)");

    /**
     * About four in five tasks are completed, except those of the largest and the smallest user; lists contain only
     * open ones.
     */
    private static final String INSERT_TASKS = """
            insert into task (id, account_id, list_id, title, notes, priority, position, due_date, completed_at, tags,
                              checklist, created_at, changed_at, version)
            select gen_random_uuid(), account.id, account.inbox, 'Task ' || i || ' ' || md5(i::text),
                   case when i %% 3 = 0 then 'Notes of ' || md5((i * 7)::text) || repeat(' more words', 10) end, i %% 4, i,
                   case when i %% 2 = 0 then current_date + (i %% 400) - 200 end,
                   case when i %% 5 <> 0 and account.subject not in ('%s', '%s') and account.subject like 'user-%%' then now() - i * interval '1 minute' end,
                   case when i %% 4 = 0 then array['home', 'tag' || i %% 50] else '{}' end,
                   case when i %% 10 = 0 then jsonb '[{"text": "one", "done": true}, {"text": "two", "done": false}]'
                        else jsonb '[]' end,
                   now() - i * interval '1 minute', now() - i * interval '1 minute', 0
              from account, generate_series(1, ?) as i where account.subject = ?""".formatted(LARGEST, SMALLEST);

    private final String jdbcUrl;
    private final String issuer;

    Dataset(String jdbcUrl, String issuer) {
        this.jdbcUrl = jdbcUrl;
        this.issuer = issuer;
    }

    /** Fills the database if it is empty, and prints the progress. */
    void fill() {
        try (var connection = connect()) {
            if (count(connection, "select count(*) from account where subject like 'user-%'") == 0) {
                update(connection, INSERT_ALL_ACCOUNTS, issuer);
                for (var first = 1; first <= USERS; first += STEP) {
                    for (var user = first; user < first + STEP; user++) {
                        update(connection, INSERT_TASKS, tasksOf(user), "user-" + user);
                    }
                    progress(first + STEP - 1);
                }
                System.out.println();
                update(connection, "vacuum analyze");
            }
            update(connection, "update account set issuer = ?", issuer);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be filled", e);
        }
    }

    /** Adds open tasks for a user who has none. */
    void fill(String subject, int tasks) {
        try (var connection = connect()) {
            update(connection, INSERT_ACCOUNT, issuer, subject);
            if (count(connection, "select count(*) from task where account_id = " + accountOf(subject)) == 0) {
                update(connection, INSERT_TASKS, tasks, subject);
                update(connection, "vacuum analyze task");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be filled", e);
        }
    }

    /** The ids of some open tasks of a user. */
    List<String> tasksOf(String user, int limit) {
        try (var connection = connect();
                var statement = connection.prepareStatement("""
                        select task.id from task join account on account.id = task.account_id
                         where subject = ? and status = 'open' limit ?""")) {
            statement.setString(1, user);
            statement.setInt(2, limit);
            var ids = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("The tasks cannot be read", e);
        }
    }

    /** The primary key of a user's account. */
    long accountOf(String user) {
        try (var connection = connect()) {
            return count(connection, "select id from account where subject = '" + user + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("The account cannot be read", e);
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    private static int tasksOf(int user) {
        return switch (user) {
            case 1 -> OF_LARGEST;
            case 2 -> OF_SMALLEST;
            default -> (TASKS - OF_LARGEST - OF_SMALLEST) / (USERS - 2);
        };
    }

    private static void progress(int users) {
        System.out.printf(Locale.ROOT, "\r  Filling the database: %d of %d users", users, USERS);
        System.out.flush();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "tasks", "tasks");
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
