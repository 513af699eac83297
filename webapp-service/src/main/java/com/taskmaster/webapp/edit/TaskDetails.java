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
 * @param differences what somebody else has changed meanwhile
 * @param here the page that it was opened from
 */
public record TaskDetails(
        Task task,
        TaskForm form,
        Set<String> refused,
        List<Difference> differences,
        Summary summary,
        ZoneId zone,
        Filter here) {

    public Priority[] priorities() {
        return Priority.values();
    }

    public boolean isConflict() {
        return !differences.isEmpty();
    }

    public RawString notes() {
        return Markdown.html(task.notes());
    }

    /** The page of its history. */
    public String history() {
        return here.address("/tasks/" + task.id() + "/history").toString();
    }
}
