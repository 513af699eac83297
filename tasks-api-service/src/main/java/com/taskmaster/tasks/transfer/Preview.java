package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The result of a dry run: the first tasks, complete, and all new lists. No larger than a page of tasks. */
class Preview {

    /** Enough to see whether dates, lists and priorities were read as intended. */
    static final int MOST_TASKS = 20;

    private final List<TransferredTask> tasks = new ArrayList<>();
    private final List<String> newLists = new ArrayList<>();
    private int bytes;

    /** Stays false once a task did not fit, so that the previewed tasks are the first ones without a gap. */
    boolean hasRoom() {
        return tasks.size() < MOST_TASKS && bytes <= Page.MOST_BYTES;
    }

    void add(TransferredTask task) {
        bytes += bytesOfLongTexts(task);
        if (hasRoom()) {
            tasks.add(task);
        }
    }

    void addList(String name) {
        newLists.add(name);
    }

    List<TransferredTask> tasks() {
        return tasks;
    }

    List<String> newLists() {
        return newLists;
    }

    private static int bytesOfLongTexts(TransferredTask task) {
        return Stream.concat(
                        Stream.ofNullable(task.notes()),
                        task.checklist().stream().map(ChecklistItem::text))
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
