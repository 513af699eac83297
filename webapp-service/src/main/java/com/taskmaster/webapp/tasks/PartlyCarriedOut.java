package com.taskmaster.webapp.tasks;

import java.util.List;

/** Of more operations than are carried out at once, the first were, and the next were refused. */
public final class PartlyCarriedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Outcome> outcomes;

    PartlyCarriedOut(List<Outcome> outcomes, Throwable refusal) {
        super(refusal);
        this.outcomes = List.copyOf(outcomes);
    }

    /** What became of those that were carried out. */
    public List<Outcome> outcomes() {
        return outcomes;
    }
}
