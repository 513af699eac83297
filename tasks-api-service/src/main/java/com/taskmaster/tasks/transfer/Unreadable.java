package com.taskmaster.tasks.transfer;

/** Why a row is no task; see {@link Row.Refused}. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;

    Unreadable(String field, String reason) {
        super(reason, null, false, false); // without a stack trace: a file may have millions of them
        this.field = field;
    }

    Row.Refused at(long line) {
        return new Row.Refused(line, field, getMessage());
    }
}
