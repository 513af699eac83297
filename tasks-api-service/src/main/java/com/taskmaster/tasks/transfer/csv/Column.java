package com.taskmaster.tasks.transfer.csv;

import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a CSV file, in the order they are written. */
enum Column {
    TITLE(TransferredTask::title),
    NOTES(TransferredTask::notes),
    LIST(TransferredTask::list),
    DUE_DATE(ofDue(Due::date)),
    DUE_TIME(ofDue(Due::time)),
    DUE_ZONE(ofDue(Due::zone)),
    PRIORITY(task -> word(task.priority())),
    TAGS(task -> String.join(",", task.tags())),
    CHECKLIST(task -> task.checklist().stream().map(Column::item).collect(Collectors.joining("\n"))),
    REPEAT_RULE(ofRepeat(Repeat::rule)),
    REPEAT_FROM(ofRepeat(repeat -> word(repeat.from()))),
    POSITION(TransferredTask::position),
    CREATED_AT(TransferredTask::createdAt),
    COMPLETED_AT(TransferredTask::completedAt);

    private final Function<TransferredTask, Object> value;

    Column(Function<TransferredTask, Object> value) {
        this.value = value;
    }

    static Optional<Column> named(String header) {
        return Stream.of(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }

    String header() {
        return word(this);
    }

    /** The cell of a task; empty without a value. */
    String of(TransferredTask task) {
        return Optional.ofNullable(value.apply(task))
                .map(Object::toString)
                .map(FormulaGuard::on)
                .orElse("");
    }

    /** Constants are written as in the API. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String item(ChecklistItem item) {
        return (item.done() ? "[x] " : "[ ] ") + item.text();
    }

    private static Function<TransferredTask, Object> ofDue(Function<Due, Object> part) {
        return task -> Optional.ofNullable(task.due()).map(part).orElse(null);
    }

    private static Function<TransferredTask, Object> ofRepeat(Function<Repeat, Object> part) {
        return task -> Optional.ofNullable(task.repeat()).map(part).orElse(null);
    }
}
