package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.InvalidParameter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag and its number of open tasks. */
@RegisterForReflection // Hibernate instantiates it from a row
record TagCount(
        @Schema(required = true, examples = "home") String tag,
        @Schema(required = true, examples = "7") long open) {

    private static final String BY_NAME = "name";

    /** Tags have no id: the name alone identifies the end of a page. */
    private static final UUID NO_ID = new UUID(0, 0);

    /** @throws InvalidParameter if the cursor is not from a list of tags */
    static Cursor cursor(String text) {
        return Cursor.parse(text, BY_NAME);
    }

    Cursor after() {
        return new Cursor(BY_NAME, tag, NO_ID);
    }
}
