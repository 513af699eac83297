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

/** Makes lines of tasks, in groups where the view has them. */
final class Rows {

    /** As much room as the API leaves above the first task. */
    private static final double GAP = 65_536;

    private final Filter filter;
    private final Summary summary;
    private final Locale locale;
    private final ZonedDateTime now;
    private final boolean fromTheTop;
    private final boolean toTheBottom;

    /**
     * @param fromTheTop whether nothing comes before
     * @param toTheBottom whether nothing comes after
     */
    Rows(Filter filter, Summary summary, Locale locale, ZonedDateTime now, boolean fromTheTop, boolean toTheBottom) {
        this.filter = filter;
        this.summary = summary;
        this.locale = locale;
        this.now = now;
        this.fromTheTop = fromTheTop;
        this.toTheBottom = toTheBottom;
    }

    List<Group> of(List<Task> tasks) {
        var rows = new ArrayList<Row>();
        for (var index = 0; index < tasks.size(); index++) {
            rows.add(row(tasks, index));
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

    private Row row(List<Task> tasks, int index) {
        var task = tasks.get(index);
        var list = summary.list(task.list())
                .filter(other -> !other.inbox() && !other.list().equals(filter.list()))
                .orElse(null);
        return new Row(
                task,
                ShownDue.of(task.due(), locale, now),
                list,
                filter.isInOrderOfPosition() ? above(tasks, index) : null,
                filter.isInOrderOfPosition() ? below(tasks, index) : null);
    }

    private Double above(List<Task> tasks, int index) {
        if (index == 0) {
            return null;
        }
        var next = tasks.get(index - 1).position();
        if (index > 1) {
            return between(tasks.get(index - 2).position(), next);
        }
        return fromTheTop ? Double.valueOf(next - GAP) : null;
    }

    private Double below(List<Task> tasks, int index) {
        if (index == tasks.size() - 1) {
            return null;
        }
        var previous = tasks.get(index + 1).position();
        if (index < tasks.size() - 2) {
            return between(previous, tasks.get(index + 2).position());
        }
        return toTheBottom ? Double.valueOf(previous + GAP) : null;
    }

    private static double between(double one, double other) {
        return one + (other - one) / 2;
    }
}
