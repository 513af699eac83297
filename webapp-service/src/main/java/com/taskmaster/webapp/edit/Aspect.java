package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Repeat;
import java.util.function.Function;

/** What is changed as a whole: half of one change and half of another make no sense together. */
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
