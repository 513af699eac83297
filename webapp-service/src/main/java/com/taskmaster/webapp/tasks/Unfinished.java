package com.taskmaster.webapp.tasks;

import jakarta.ws.rs.ProcessingException;
import java.util.function.Supplier;

/**
 * The Tasks API did not confirm an operation on any number of tasks, which it carries out in parts: it may be finished, still
 * under way, or have ended midway. To repeat it does the rest.
 */
public final class Unfinished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unfinished(RuntimeException failure) {
        super(failure);
    }

    /** @throws Unfinished unless the API says that the operation is done, refused, or has changed nothing */
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
