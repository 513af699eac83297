package com.taskmaster.tasks.http;

/** An operation on many tasks failed after some of them had been changed for good; to repeat it does the rest. */
public final class PartlyDone extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PartlyDone(RuntimeException failure) {
        super(failure);
    }
}
