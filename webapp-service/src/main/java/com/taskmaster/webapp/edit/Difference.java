package com.taskmaster.webapp.edit;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that somebody else has given another value than was typed.
 *
 * @param field its name in the form
 */
@TemplateData
public record Difference(String field, Value theirs, Value yours) {

    /** @param theirs the task as it is now */
    static List<Difference> between(TaskForm theirs, TaskForm yours, Values values) {
        return Stream.of(
                        of("title", theirs, yours, TaskForm::title, Value::of),
                        of("notes", theirs, yours, TaskForm::notes, Value::of),
                        of("date", theirs, yours, TaskForm::date, values::date),
                        of("time", theirs, yours, TaskForm::time, values::time),
                        of("list", theirs, yours, TaskForm::list, values::list),
                        of("priority", theirs, yours, TaskForm::priority, Value::of),
                        of("tags", theirs, yours, TaskForm::tagList, values::tags),
                        of("checklist", theirs, yours, TaskForm::steps, values::checklist),
                        of(
                                "repeat",
                                theirs,
                                yours,
                                TaskForm::chosenRepeat,
                                repeat -> values.repeat(repeat.orElse(null))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Optional<Difference> of(
            String field, TaskForm theirs, TaskForm yours, Function<TaskForm, T> part, Function<T, Value> shown) {
        var there = part.apply(theirs);
        var here = part.apply(yours);
        return there.equals(here)
                ? Optional.empty()
                : Optional.of(new Difference(field, shown.apply(there), shown.apply(here)));
    }
}
