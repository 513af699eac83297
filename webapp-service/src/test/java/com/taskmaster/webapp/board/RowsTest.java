package com.taskmaster.webapp.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T23:30:00+01:00[Europe/Berlin]");
    private static final UUID INBOX = new UUID(0, 1);
    private static final UUID GARDEN = new UUID(0, 2);
    private static final Summary SUMMARY = new Summary(
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(
                    new ListSummary(INBOX, "Inbox", null, true, 0, 0, 0),
                    new ListSummary(GARDEN, "Garden", null, false, 0, 0, 0)),
            List.of());

    @Test
    void knowThePlacesAboveAndBelow() {
        var rows = rows(Filter.EVERYTHING, true, at(0), at(10), at(20), at(40));

        assertThat(rows).extracting(Row::above).containsExactly(null, -65_536.0, 5.0, 15.0);
        assertThat(rows).extracting(Row::below).containsExactly(15.0, 30.0, 65_576.0, null);
        assertThat(rows).extracting(Row::up).containsExactly(false, true, true, true);
        assertThat(rows).extracting(Row::down).containsExactly(true, true, true, false);
    }

    @Test
    void moveToAPlaceThatThePageDoesNotKnowWhereOtherTasksMayBe() {
        var rows = rows(Filter.parse("cursor=x"), false, at(0), at(10), at(20));

        assertThat(rows).extracting(Row::above).containsExactly(null, null, 5.0);
        assertThat(rows).extracting(Row::below).containsExactly(15.0, null, null);
        assertThat(rows).allSatisfy(row -> assertThat(row.up()).isTrue()).allSatisfy(row -> assertThat(row.down())
                .isTrue());
    }

    @Test
    void knowTheTaskToGoOnWith() {
        var rows = rows(Filter.EVERYTHING, true, at(0), at(10), at(20));
        var ids = rows.stream().map(row -> row.task().id()).toList();

        assertThat(rows).extracting(Row::next).containsExactly(ids.get(1), ids.get(2), ids.get(1));
        assertThat(rows(Filter.EVERYTHING, true, at(0)))
                .allSatisfy(row -> assertThat(row.next()).isEqualTo(row.task().id()));
    }

    @Test
    void doNotMoveInAnotherOrder() {
        assertThat(rows(Filter.parse("sort=title"), true, at(0), at(10)))
                .allSatisfy(row -> assertThat(row.up()).isFalse())
                .allSatisfy(row -> assertThat(row.down()).isFalse());
    }

    @Test
    void nameTheListUnlessItGoesWithoutSaying() {
        assertThat(rows(Filter.EVERYTHING, true, in(INBOX), in(GARDEN)))
                .extracting(row -> row.list() == null ? null : row.list().name())
                .containsExactly(null, "Garden");
        assertThat(rows(Filter.ofList(GARDEN), true, in(GARDEN)))
                .extracting(Row::list)
                .containsExactly((ListSummary) null);
    }

    @Test
    void standTogetherByTheDayThatThePersonsClockShows() {
        var tomorrowInTokyo = due(new Due(LocalDate.of(2026, 11, 23), LocalTime.of(7, 0), "Asia/Tokyo"));
        var groups = groups(
                Filter.of(View.UPCOMING),
                true,
                tomorrowInTokyo,
                due(Due.on(LocalDate.of(2026, 11, 22))),
                due(Due.on(LocalDate.of(2026, 11, 24))));

        assertThat(groups)
                .extracting(Group::day, Group::heading, group -> group.rows().size())
                .containsExactly(
                        tuple(ShownDue.Day.TOMORROW, "Sunday, 22 November 2026", 2),
                        tuple(ShownDue.Day.OTHER, "Tuesday, 24 November 2026", 1));
    }

    @Test
    void areOverdueByTheMinuteOrTheDay() {
        assertThat(shown(Due.on(LocalDate.of(2026, 11, 21)))).returns(false, ShownDue::overdue);
        assertThat(shown(Due.on(LocalDate.of(2026, 11, 20))))
                .returns(true, ShownDue::overdue)
                .returns(ShownDue.Day.YESTERDAY, ShownDue::day);
        assertThat(shown(new Due(LocalDate.of(2026, 11, 21), LocalTime.of(22, 29), "UTC")))
                .returns(true, ShownDue::overdue)
                .returns("23:29", ShownDue::time);
        assertThat(shown(new Due(LocalDate.of(2026, 11, 21), LocalTime.of(22, 31), "UTC")))
                .returns(false, ShownDue::overdue);
    }

    @Test
    void areLateUntilTheyAreCompleted() {
        var yesterday = Due.on(LocalDate.of(2026, 11, 20));

        assertThat(rows(Filter.EVERYTHING, true, due(yesterday), due(Due.on(LocalDate.of(2026, 11, 22))), due(null)))
                .extracting(Row::isLate)
                .containsExactly(true, false, false);
        assertThat(rows(Filter.EVERYTHING, true, completed(yesterday)))
                .extracting(Row::isLate)
                .containsExactly(false);
    }

    private static ShownDue shown(Due due) {
        return ShownDue.of(due, Locale.UK, NOW);
    }

    private static List<Row> rows(Filter filter, boolean toTheBottom, Task... tasks) {
        return groups(filter, toTheBottom, tasks).stream()
                .flatMap(group -> group.rows().stream())
                .toList();
    }

    private static List<Group> groups(Filter filter, boolean toTheBottom, Task... tasks) {
        return new Rows(filter, Selection.NONE, SUMMARY, Locale.UK, NOW, toTheBottom).of(List.of(tasks));
    }

    private static Task at(double position) {
        return task(INBOX, null, position);
    }

    private static Task in(UUID list) {
        return task(list, null, 0);
    }

    private static Task due(Due due) {
        return task(INBOX, due, 0);
    }

    private static Task completed(Due due) {
        return task(INBOX, due, 0, true);
    }

    private static Task task(UUID list, Due due, double position) {
        return task(list, due, position, false);
    }

    private static Task task(UUID list, Due due, double position, boolean completed) {
        return new Task(
                UUID.randomUUID(),
                "x",
                null,
                list,
                due,
                Priority.NONE,
                List.of(),
                List.of(),
                null,
                position,
                completed,
                null,
                0);
    }
}
