package com.taskmaster.webapp.board;

/** A list that is not there, and cannot be made. */
class NoSuchList extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchList(Throwable cause) {
        super(cause);
    }
}
