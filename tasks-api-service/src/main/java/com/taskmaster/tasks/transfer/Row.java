package com.taskmaster.tasks.transfer;

/** What a file says at one place: a task, or something that is none. */
sealed interface Row {

    /** The line of the file, from 1, on which the row begins; where reading had to end, the line where it did. */
    long line();

    /** A row that is a task by its form; whether its values may be had is for validation to say. */
    record Read(long line, TransferredTask task) implements Row {}

    /**
     * A row that is no task. It is the last one where the format does not allow to go on behind it.
     *
     * @param field the column, property or JSON path; {@code null} where the row as a whole is refused
     * @param words what is wrong, to be read after the field or after "line 7"
     */
    record Refused(long line, String field, Reason reason, String words) implements Row {}
}
