package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.http.QueryParameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL's plans for the lists of a user with many tasks, among many tasks of other users. */
@QuarkusTest
@WithBackingServices
class TaskPlansTest {

    private static final int FAR_DOWN = 4_000;

    private static final String NOBODY = "plans-" + UUID.randomUUID();

    private static TasksApi alice;

    private static Account account;

    @Inject
    Session session;

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource database;

    @Inject
    TaskRows rows;

    /** Runs once for all tests, none of which changes anything. */
    @BeforeEach
    void fillTheTable() {
        if (account != null) {
            return;
        }
        alice = TasksApi.somebodyNew();
        alice.get("/tasks").statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> {
            execute("insert into account (issuer, subject) select '" + NOBODY
                    + "', i from generate_series(1, 20) as i");
            execute(
                    "insert into task_list select inbox, id, 'Inbox', null, 0, now(), now(), 0 from account where issuer = '"
                            + NOBODY + "'");
            execute(tasksFor("account.issuer = '" + NOBODY + "'", 2_000));
            execute(tasksFor("account.id = " + accountOfAlice().id(), 10_000));
            execute("analyze task");
        });
        account = QuarkusTransaction.requiringNew().call(this::accountOfAlice);
    }

    @ParameterizedTest(name = "A12 {0} uses {1}, on the first page and on any other")
    @CsvSource({
        "sort=position, task_by_position",
        "sort=-position, task_by_position",
        "sort=due, task_by_due",
        "sort=priority, task_by_priority",
        "sort=created, task_by_created",
        "sort=changed, task_by_changed",
        "sort=title, task_by_title",
        "status=completed&sort=changed, task_by_changed",
        "due=today&sort=due, task_by_due",
        "due=overdue&sort=due, task_by_due",
        "list={inbox}, task_of_list",
        "priority=high, task_by_",
        "priority=high&sort=priority, task_by_priority",
        "q=rareword, task_lexeme",
        "q=rare, task_lexeme",
        "tag=raretag, task_lexeme"
    })
    void eachListHasAnIndex(String query, String index) throws SQLException {
        var order = Sort.Order.parse(query.matches(".*sort=.*") ? query.replaceAll(".*sort=", "") : "position");
        var filter = TaskFilter.of(
                parameters(query.replace("{inbox}", account.inbox().toString())));

        for (var cursor : List.of(Optional.<Cursor>empty(), middleOf(filter, order))) {
            assertThat(plans("explain", new TaskQuery(account, filter, order, cursor, 51)))
                    .allSatisfy(plan -> assertThat(plan).contains(index).doesNotContain("Seq Scan on task"));
        }
    }

    @Test
    @DisplayName("A12 an export uses an index to read each part of an account's tasks from the end of the previous one")
    void exportsByAnIndex() {
        var plan = QuarkusTransaction.requiringNew()
                .call(() -> lines(
                        session.createNativeQuery("explain " + Tasks.OUTSIDE_TRASH.replace("{t.*}", "*"), String.class)
                                .setParameter("account", account.id())
                                .setParameter("after", new UUID(1L << 62, 0))
                                .setParameter("limit", 500)));

        assertThat(plan)
                .containsPattern("Index Scan using task_outside_trash.*\\n *Index Cond: .*id > .*\\z")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    @DisplayName("A12 emptying an account's trash uses an index that begins with the account")
    void emptiesTheTrashByAnIndex() {
        var plan = QuarkusTransaction.requiringNew()
                .call(() -> lines(session.createNativeQuery("explain " + Tasks.TRASHED_ONES, String.class)
                        .setParameter("account", account.id())));

        assertThat(plan)
                .containsPattern("Index Cond: .*account_id = .*status = 'trashed'")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest(name = "A12 the counts of the {0} are of one account''s tasks, by an index")
    @MethodSource("counts")
    void countsByAnIndex(String counted, String statement) {
        var plan = QuarkusTransaction.requiringNew().call(() -> {
            var query = session.createNativeQuery("explain " + statement, String.class)
                    .setParameter("account", account.id());
            query.getParameterMetadata().getNamedParameterNames().stream()
                    .filter(name -> !name.equals("account"))
                    .forEach(name -> query.setParameter(name, parameter(name)));
            return lines(query);
        });

        assertThat(plan).doesNotContain("Seq Scan on task ");
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of("views", SummaryQuery.COUNTS),
                Arguments.of("lists", SummaryQuery.LISTS),
                Arguments.of("most used tags", SummaryQuery.MOST_USED_TAGS),
                Arguments.of("tags", SummaryQuery.TAGS));
    }

    private static Object parameter(String name) {
        return switch (name) {
            case "limit" -> 200;
            case "after" -> "";
            default -> name.endsWith("From") || name.endsWith("To") ? LocalDate.now() : Instant.now();
        };
    }

    private static String lines(NativeQuery<String> explained) {
        return String.join("\n", explained.getResultList());
    }

    @Test
    @DisplayName("A12 a page of 50 needs one statement on one connection, and so does a page of 200")
    void readsAPageWithOneStatement() {
        for (var size : List.of(50, 200)) {
            var entities = sessions.getStatistics().getPrepareStatementCount();
            var connections = database.getMetrics().acquireCount();

            alice.get("/tasks?limit=" + size).statusCode(200);

            assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(entities);
            assertThat(database.getMetrics().acquireCount() - connections).isEqualTo(1);
        }
    }

    @ParameterizedTest(
            name =
                    "A12 sorted by {0}, a page far down reads as many rows as the first, and hardly more of the table and its index")
    @EnumSource(Sort.class)
    void readsAsMuchFarDown(Sort sort) throws SQLException {
        var order = Sort.Order.usual(sort);
        var filter = TaskFilter.of(parameters("status=open"));
        var farDown = behind(FAR_DOWN, filter, order);
        var analyze = "explain (analyze, buffers, costs off, timing off, summary off)";

        var first = plans(analyze, new TaskQuery(account, filter, order, Optional.empty(), 51));
        var last = plans(analyze, new TaskQuery(account, filter, order, farDown, 51));

        assertThat(first).zipSatisfy(last, (above, below) -> {
            assertThat(List.of(above, below)).allSatisfy(plan -> assertThat(plan)
                    .containsPattern("Index Scan (Backward )?using task_by_"
                            + sort.name().toLowerCase(Locale.ROOT) + ".* rows=51(\\.00)? ")
                    .doesNotContain("Rows Removed"));
            assertThat(pages(below)).isLessThanOrEqualTo(pages(above) + 10);
        });
    }

    /** The cursor after this many tasks. */
    private Optional<Cursor> behind(int tasks, TaskFilter filter, Sort.Order order) {
        var cursor = Optional.<Cursor>empty();
        for (var read = 0; read < tasks; read += Page.LARGEST_SIZE) {
            cursor =
                    rows.page(account, filter, order, cursor, Page.LARGEST_SIZE).next();
            assertThat(cursor).isPresent();
        }
        return cursor;
    }

    /** The number of PostgreSQL's pages read from the table and the index. */
    private static int pages(String plan) {
        var buffers = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?")
                .matcher(plan);
        assertThat(buffers.find()).as(plan).isTrue();
        return Stream.of(buffers.group(1), buffers.group(2))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** The plans of both statements that a page may need. */
    private List<String> plans(String explain, TaskQuery query) throws SQLException {
        return List.of(
                plan(explain + " " + query.sql("*"), query), plan(explain + " " + query.measuredSql("*"), query));
    }

    private String plan(String explained, TaskQuery query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(explained)) {
            query.bind(statement);
            var plan = new StringBuilder();
            try (var lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private Optional<Cursor> middleOf(TaskFilter filter, Sort.Order order) {
        var found = rows.page(account, filter, order, Optional.empty(), Page.LARGEST_SIZE)
                .entries();
        return rows.page(account, filter, order, Optional.empty(), Math.max(found.size() / 2, 1))
                .next();
    }

    private static QueryParameters parameters(String query) {
        var values = new MultivaluedHashMap<String, String>();
        for (var parameter : query.split("&")) {
            values.add(parameter.replaceAll("=.*", ""), parameter.replaceAll(".*=", ""));
        }
        return QueryParameters.of(values);
    }

    private static String tasksFor(String accounts, int count) {
        return """
                insert into task (id, account_id, list_id, title, priority, position, due_date, completed_at, tags,
                                  created_at, changed_at, version)
                select gen_random_uuid(), account.id, account.inbox, 'task ' || md5(i::text), i %% 4, i,
                       case when i %% 3 = 0 then current_date + (i %% 400) - 200 end,
                       case when i %% 2 = 0 then now() end,
                       case when i %% 500 = 0 then array['raretag'] else '{}' end,
                       now() - i * interval '1 minute', now() - i * interval '1 minute', 0
                  from account, generate_series(1, %d) as i where %s""".formatted(count, accounts);
    }

    private Account accountOfAlice() {
        return session.createNativeQuery(
                        "select id, inbox from account where issuer = ?1 and subject = ?2", Account.class)
                .setParameter(1, TestTokens.ISSUER)
                .setParameter(2, alice.user())
                .getSingleResult();
    }

    private void execute(String sql) {
        session.createNativeMutationQuery(sql.replace("i::text", "cast(i as text)"))
                .executeUpdate();
    }
}
