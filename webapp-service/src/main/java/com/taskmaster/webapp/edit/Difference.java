package com.taskmaster.webapp.edit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that somebody else has given another value than was typed.
 *
 * @param field its name in the form
 */
public record Difference(String field, String theirs, String yours) {

    /** @param theirs the task as it is now */
    static List<Difference> between(TaskForm theirs, TaskForm yours) {
        return Stream.of(
                        of("title", theirs, yours, TaskForm::title),
                        of("notes", theirs, yours, TaskForm::notes),
                        of("date", theirs, yours, TaskForm::date),
                        of("time", theirs, yours, TaskForm::time),
                        of("priority", theirs, yours, TaskForm::priority),
                        of("tags", theirs, yours, TaskForm::tags),
                        of("steps", theirs, yours, TaskForm::stepsText),
                        of("repeat", theirs, yours, form -> form.isOtherRule() ? form.rule() : form.repeat()))
                .filter(field -> !field.theirs().equals(field.yours()))
                .toList();
    }

    private static Difference of(String field, TaskForm theirs, TaskForm yours, Function<TaskForm, String> value) {
        return new Difference(field, value.apply(theirs), value.apply(yours));
    }
}
