package com.taskmaster.tasks.transfer;

/** Why a row is no task; see {@link Row.Refused}. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_FIELD_TOLD = 100;

    private final String field;
    private final Reason reason;

    /**
     * @param field what of it is told has an end, for a file may name it
     * @param values what stands in the words of the reason
     */
    Unreadable(String field, Reason reason, Object... values) {
        super(reason.words(values), null, false, false); // without a stack trace: a file may have millions of them
        this.field = field == null ? null : field.substring(0, Math.min(field.length(), LONGEST_FIELD_TOLD));
        this.reason = reason;
    }

    Row.Refused at(long line) {
        return new Row.Refused(line, field, reason, getMessage());
    }
}
