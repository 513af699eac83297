package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.PartlyDone;
import java.util.function.Supplier;

/**
 * The result of one transaction of an operation that changes any number of tasks.
 *
 * @param changed the number of tasks that the transaction changed
 * @param isLast whether the operation is complete
 */
public record Part(int changed, boolean isLast) {

    /** The maximum of tasks per transaction: with short notes, it takes about two seconds of the minute that it may take. */
    static final int LARGEST = 10_000;

    /**
     * Notes and checklists of this size in bytes end a transaction, too: their words are indexed again, which takes about ten
     * seconds if they are all different.
     */
    static final int MOST_BYTES = 4 << 20;

    public static final Part NOTHING_LEFT = new Part(0, true);

    /**
     * Carries out transactions until the operation is complete.
     *
     * @param next carries out the next transaction
     * @return the number of changed tasks
     * @throws PartlyDone if a transaction fails after others have changed tasks, which stay changed
     */
    public static long all(Supplier<Part> next) {
        return all(next, next);
    }

    /** @param first carries out the first transaction */
    public static long all(Supplier<Part> first, Supplier<Part> next) {
        var part = first.get();
        long changed = part.changed();
        while (!part.isLast()) {
            try {
                part = next.get();
            } catch (RuntimeException e) {
                throw changed == 0 ? e : new PartlyDone(e);
            }
            changed += part.changed();
        }
        return changed;
    }
}
