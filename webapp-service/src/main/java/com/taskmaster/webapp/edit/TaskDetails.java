package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.board.Filter;
import com.taskmaster.webapp.markdown.Markdown;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.RawString;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Everything that the page of a task shows.
 *
 * @param form the task's fields, or what was typed into them
 * @param refused the fields that the API has not accepted
 * @param meanwhile whether it was changed since its form was shown
 * @param differences what somebody else has changed meanwhile
 * @param here the page that it was opened from
 */
public record TaskDetails(
        Task task,
        TaskForm form,
        Set<String> refused,
        boolean meanwhile,
        List<Difference> differences,
        Summary summary,
        ZoneId zone,
        Filter here) {

    public Priority[] priorities() {
        return Priority.values();
    }

    public boolean isConflict() {
        return !differences.isEmpty() || isTrashedMeanwhile();
    }

    /** Whether somebody has put it into the trash since its form was shown. */
    public boolean isTrashedMeanwhile() {
        return meanwhile && task.isTrashed();
    }

    public RawString notes() {
        return Markdown.html(task.notes());
    }

    /** The page of its history. */
    public String history() {
        return here.address("/tasks/" + task.id() + "/history").toString();
    }
}
