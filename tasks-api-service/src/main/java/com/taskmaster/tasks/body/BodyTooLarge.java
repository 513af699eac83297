package com.taskmaster.tasks.body;

/** A request body exceeds the size limit of its operation. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long largest;

    BodyTooLarge(long largest) {
        this.largest = largest;
    }

    /** The limit in bytes. */
    public long largest() {
        return largest;
    }
}
