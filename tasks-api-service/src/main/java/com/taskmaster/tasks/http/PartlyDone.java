package com.taskmaster.tasks.http;

/** An operation failed after it had changed some of the tasks for good; repeating it changes the rest. */
public final class PartlyDone extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PartlyDone(RuntimeException failure) {
        super(failure);
    }
}
