package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A field of a task's form.
 *
 * @param aspect the aspect of the task that it belongs to
 * @param content the content by which two forms are compared
 * @param value the content as the user reads it
 */
@TemplateData
public record Field(String name, Aspect aspect, Object content, Value value) {

    /** Whether it is neither the title nor the notes, and is filled in. */
    boolean isFilledBesideTheTexts() {
        return !value.isEmpty()
                && !name.equals("title")
                && !name.equals("notes")
                && !content.equals(Priority.NONE.value());
    }

    /** In the order of the form. */
    static List<Field> of(TaskForm form, Values values) {
        var repeat = form.chosenRepeat();
        return List.of(
                new Field("title", Aspect.TITLE, form.title(), Value.of(form.title())),
                new Field("notes", Aspect.NOTES, form.notes(), Value.of(form.notes())),
                new Field("date", Aspect.DUE, form.date(), values.date(form.date())),
                new Field("time", Aspect.DUE, form.timeOfDate(), values.time(form.timeOfDate())),
                new Field("list", Aspect.LIST, form.list(), values.list(form.list())),
                new Field("priority", Aspect.PRIORITY, form.priority(), Value.of(form.priority())),
                new Field("tags", Aspect.TAGS, form.tagList(), values.tags(form.tagList())),
                new Field("repeat", Aspect.REPEAT, repeat.map(Repeat::named), values.repeat(repeat.orElse(null))),
                new Field("checklist", Aspect.CHECKLIST, form.steps(), values.checklist(form.steps())));
    }
}
