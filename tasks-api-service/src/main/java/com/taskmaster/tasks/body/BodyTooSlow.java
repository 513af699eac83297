package com.taskmaster.tasks.body;

/** A request body did not arrive within the time limit of its operation. */
public final class BodyTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooSlow() {}
}
