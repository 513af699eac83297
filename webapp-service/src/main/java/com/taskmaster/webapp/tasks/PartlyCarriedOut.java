package com.taskmaster.webapp.tasks;

import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** More operations than fit into one request: the first requests were carried out, and a later one was not. */
public final class PartlyCarriedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Outcome> outcomes;
    private final boolean busy;

    private PartlyCarriedOut(List<Outcome> outcomes, boolean busy, RuntimeException cause) {
        super(cause);
        this.outcomes = List.copyOf(outcomes);
        this.busy = busy;
    }

    static PartlyCarriedOut refused(List<Outcome> outcomes, ClientWebApplicationException refusal) {
        return new PartlyCarriedOut(outcomes, !Refusal.isOfChanges(refusal), refusal);
    }

    static PartlyCarriedOut notSent(List<Outcome> outcomes, CircuitBreakerOpenException cause) {
        return new PartlyCarriedOut(outcomes, true, cause);
    }

    /** The results of the operations that were carried out. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether the API had no room for the next ones, or failed: they are not to blame, and can be sent again. */
    public boolean isBusy() {
        return busy;
    }
}
