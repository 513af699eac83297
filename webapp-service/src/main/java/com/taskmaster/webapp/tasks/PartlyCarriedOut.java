package com.taskmaster.webapp.tasks;

import java.util.List;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** More operations than fit into one request: the first requests were carried out, and a later one was rejected. */
public final class PartlyCarriedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Outcome> outcomes;
    private final boolean busy;

    PartlyCarriedOut(List<Outcome> outcomes, ClientWebApplicationException refusal) {
        super(refusal);
        this.outcomes = List.copyOf(outcomes);
        this.busy = !Refusal.isOfChanges(refusal);
    }

    /** The results of the operations that were carried out. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether the API had no room for the next ones: there is nothing wrong with them, and they can be sent again. */
    public boolean isBusy() {
        return busy;
    }
}
