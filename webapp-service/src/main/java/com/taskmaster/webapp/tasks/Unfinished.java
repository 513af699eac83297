package com.taskmaster.webapp.tasks;

import jakarta.ws.rs.ProcessingException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The Tasks API did not confirm an operation that takes several transactions: it may be complete, still running, or have failed
 * midway. Repeating it for what is left completes it.
 */
public final class Unfinished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unfinished(RuntimeException failure) {
        super(failure);
    }

    /**
     * For what is read after only a part of an operation was carried out: a failure must not say that nothing was changed.
     *
     * @throws Unfinished if the API fails
     */
    public static <T> T ifFailing(Supplier<T> read) {
        try {
            return read.get();
        } catch (ClientWebApplicationException | ProcessingException | CircuitBreakerOpenException e) {
            throw new Unfinished(e);
        }
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
