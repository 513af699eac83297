package com.taskmaster.webapp.tasks;

import java.util.List;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Of more operations than are carried out at once, the first were, and the next were refused. */
public final class PartlyCarriedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Outcome> outcomes;
    private final boolean busy;

    PartlyCarriedOut(List<Outcome> outcomes, ClientWebApplicationException refusal) {
        super(refusal);
        this.outcomes = List.copyOf(outcomes);
        this.busy = !Refusal.isOfChanges(refusal);
    }

    /** What became of those that were carried out. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether the API had no room for the next ones: there is nothing wrong with them, and they can be sent again. */
    public boolean isBusy() {
        return busy;
    }
}
