package com.taskmaster.tasks.list;

/** An account has as many lists already as it may have. */
public final class TooManyLists extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyLists(int most) {
        super("There are already %d lists, which is the maximum".formatted(most));
    }
}
