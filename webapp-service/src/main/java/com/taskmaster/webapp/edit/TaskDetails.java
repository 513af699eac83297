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
 * @param refused what was not accepted
 * @param meanwhile whether it was changed since its form was shown, so that somebody has to decide
 * @param differences what there is to decide on
 * @param here the page that it was opened from
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

    /** Why what was typed into a field is not accepted; {@code null} if it is. */
    public BrokenRule broken(String field) {
        return refused.stream()
                .filter(rule -> rule.field().equals(field)
                        || field.equals("date") && rule.field().equals("due"))
                .findFirst()
                .orElse(null);
    }

    /** Whether somebody has put it into the trash since its form was shown. */
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

    /** The page of its history. */
    public String history() {
        return here.address("/tasks/" + task.id() + "/history").toString();
    }
}
