package com.taskmaster.tasks.transfer.format;

/** A row of an imported file: a task, or something that is not one. */
public sealed interface Row {

    /** The line, from 1, on which the row begins or reading had to stop. */
    long line();

    /** A well-formed task; its values are not validated yet. */
    record Read(long line, TransferredTask task) implements Row {}

    /**
     * A row that cannot be read as a task; the last one if the format cannot continue after it.
     *
     * @param field the column, property or JSON path; {@code null} if the row as a whole is rejected
     * @param words what is wrong, to follow the field or "line 7"
     */
    record Refused(long line, String field, Reason reason, String words) implements Row {}
}
