package com.taskmaster.tasks.body;

/** A body has more bytes than its operation reads. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long largest;

    BodyTooLarge(long largest) {
        this.largest = largest;
    }

    /** In bytes. */
    public long largest() {
        return largest;
    }
}
