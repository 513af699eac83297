package com.taskmaster.webapp.board;

/** The list does not exist and cannot be created. */
class NoSuchList extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchList(Throwable cause) {
        super(cause);
    }
}
