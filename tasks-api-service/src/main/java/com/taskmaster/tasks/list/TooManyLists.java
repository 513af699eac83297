package com.taskmaster.tasks.list;

/** The account has the maximum of lists. */
public final class TooManyLists extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyLists(int most) {
        super("There are already %d lists, which is the maximum".formatted(most));
    }
}
