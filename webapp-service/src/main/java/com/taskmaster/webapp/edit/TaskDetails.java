package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.board.Filter;
import com.taskmaster.webapp.markdown.Markdown;
import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Everything that the page of a task shows.
 *
 * @param form the task's fields, or what was typed into them
 * @param refused the rules that what was typed breaks
 * @param meanwhile whether the task was changed after its form was shown, so that the user has to decide
 * @param differences the fields to decide on
 * @param here the page from which the task was opened
 */
@TemplateData
public record TaskDetails(
        Task task,
        TaskForm form,
        List<BrokenRule> refused,
        boolean meanwhile,
        List<Difference> differences,
        Summary summary,
        Filter here) {

    public Priority[] priorities() {
        return Priority.values();
    }

    /** Why a field was rejected; {@code null} if it was not. */
    public BrokenRule broken(String field) {
        return refused.stream()
                .filter(rule -> rule.field().equals(field)
                        || field.equals("date") && rule.field().equals("due"))
                .findFirst()
                .orElse(null);
    }

    /** Whether it was moved to the trash after its form was shown. */
    public boolean isTrashedMeanwhile() {
        return meanwhile && task.isTrashed();
    }

    /** Whether somebody has completed or reopened it since its form was shown. */
    public boolean isCompletedOrReopenedMeanwhile() {
        return meanwhile && form.isCompletedOrReopenedSince(task);
    }

    public RawString notes() {
        return Markdown.html(task.notes());
    }

    /** The address of its history. */
    public String history() {
        return here.address("/tasks/" + task.id() + "/history").toString();
    }
}
