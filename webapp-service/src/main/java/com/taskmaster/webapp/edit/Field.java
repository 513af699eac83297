package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A field of a task's form.
 *
 * @param content what tells it from another content
 * @param value the same as its reader reads it
 */
@TemplateData
public record Field(String name, Object content, Value value) {

    /** Whether it says something that is neither the title nor the notes. */
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
                new Field("title", form.title(), Value.of(form.title())),
                new Field("notes", form.notes(), Value.of(form.notes())),
                new Field("date", form.date(), values.date(form.date())),
                new Field("time", form.time(), values.time(form.time())),
                new Field("list", form.list(), values.list(form.list())),
                new Field("priority", form.priority(), Value.of(form.priority())),
                new Field("tags", form.tagList(), values.tags(form.tagList())),
                new Field("repeat", repeat.map(Repeat::named), values.repeat(repeat.orElse(null))),
                new Field("checklist", form.steps(), values.checklist(form.steps())));
    }
}
