package com.taskmaster.tasks.body;

/** A body has taken longer than its operation waits for it. */
public final class BodyTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooSlow() {}
}
