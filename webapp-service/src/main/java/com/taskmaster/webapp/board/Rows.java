package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Turns tasks into rows, grouped by day in the upcoming view. */
final class Rows {

    private final Filter filter;
    private final Selection selection;
    private final Summary summary;
    private final Locale locale;
    private final ZonedDateTime now;
    private final boolean toTheBottom;

    /** @param toTheBottom whether no tasks follow */
    Rows(Filter filter, Selection selection, Summary summary, Locale locale, ZonedDateTime now, boolean toTheBottom) {
        this.filter = filter;
        this.selection = selection;
        this.summary = summary;
        this.locale = locale;
        this.now = now;
        this.toTheBottom = toTheBottom;
    }

    List<Group> of(List<Task> tasks) {
        var places = new Places(tasks.stream().map(Task::position).toList(), !filter.isContinued(), toTheBottom);
        var rows = new ArrayList<Row>();
        for (var task : tasks) {
            rows.add(row(task, places, rows.size(), next(tasks, rows.size())));
        }
        return filter.view() == View.UPCOMING ? byDay(rows) : List.of(new Group(null, null, rows));
    }

    private List<Group> byDay(List<Row> rows) {
        var days = new LinkedHashMap<LocalDate, List<Row>>();
        rows.forEach(row ->
                days.computeIfAbsent(row.due().date(), day -> new ArrayList<>()).add(row));
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return days.entrySet().stream()
                .map(day -> new Group(
                        ShownDue.Day.of(day.getKey(), now.toLocalDate()),
                        day.getKey().format(format),
                        day.getValue()))
                .toList();
    }

    private Row row(Task task, Places places, int index, UUID next) {
        var list = summary.list(task.list())
                .filter(other -> !other.inbox() && !other.list().equals(filter.list()))
                .orElse(null);
        var movable = filter.isInOrderOfPosition();
        return new Row(
                task,
                filter.address("/tasks/" + task.id()),
                ShownDue.of(task.due(), locale, now),
                list,
                movable && !places.isFirst(index),
                movable ? places.above(index) : null,
                movable && !places.isLast(index),
                movable ? places.below(index) : null,
                next,
                SelectedTask.value(task, now.getZone()),
                selection.holds(task));
    }

    /** The task below, or for the last one the task above. */
    private static UUID next(List<Task> tasks, int index) {
        var below = index + 1;
        return tasks.get(below < tasks.size() ? below : Math.max(0, index - 1)).id();
    }
}
