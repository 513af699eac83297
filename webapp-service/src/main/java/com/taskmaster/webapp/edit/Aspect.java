package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Repeat;
import java.util.function.Function;

/** A unit of change of a task: fields that make sense only together, such as date and time, are merged as one. */
enum Aspect {
    TITLE(TaskForm::title),
    NOTES(TaskForm::notes),
    DUE(TaskForm::moment),
    LIST(TaskForm::list),
    PRIORITY(TaskForm::priority),
    TAGS(TaskForm::tagList),
    REPEAT(form -> form.chosenRepeat().map(Repeat::named)),
    CHECKLIST(TaskForm::steps);

    private final Function<TaskForm, Object> content;

    Aspect(Function<TaskForm, Object> content) {
        this.content = content;
    }

    Object in(TaskForm form) {
        return content.apply(form);
    }
}
