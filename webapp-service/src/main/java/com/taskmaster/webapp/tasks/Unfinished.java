package com.taskmaster.webapp.tasks;

import jakarta.ws.rs.ProcessingException;
import java.util.function.Supplier;

/**
 * The Tasks API did not confirm an operation that it carries out in several transactions: it may be complete, still running, or
 * have failed midway. Repeating it completes it.
 */
public final class Unfinished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unfinished(RuntimeException failure) {
        super(failure);
    }

    /** @throws Unfinished unless the API says that the operation is complete, was refused, or has changed nothing */
    public static <T> T unlessConfirmed(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (TasksApiFailure e) {
            throw e.hasChangedNothing() ? e : new Unfinished(e);
        } catch (ProcessingException e) {
            throw new Unfinished(e);
        }
    }
}
