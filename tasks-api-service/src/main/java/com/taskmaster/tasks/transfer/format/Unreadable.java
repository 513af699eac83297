package com.taskmaster.tasks.transfer.format;

/** Why a row cannot be read as a task; see {@link Row.Refused}. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_FIELD_TOLD = 100;

    private final String field;
    private final Reason reason;

    /**
     * @param field truncated, because its name may come from the file
     * @param values fill the placeholders of the reason
     */
    public Unreadable(String field, Reason reason, Object... values) {
        super(reason.words(values), null, false, false); // no stack trace: a file may cause many thousands
        this.field = field == null ? null : field.substring(0, Math.min(field.length(), LONGEST_FIELD_TOLD));
        this.reason = reason;
    }

    public Row.Refused at(long line) {
        return new Row.Refused(line, field, reason, getMessage());
    }
}
