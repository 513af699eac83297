package com.taskmaster.tasks.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a task to be made; everything else is the service's to say. */
record NewTask(
        @Title @Schema(required = true, minLength = 1, maxLength = 500, examples = "Water the plants")
        String title) {

    NewTask {
        title = title == null ? null : title.strip();
    }
}
