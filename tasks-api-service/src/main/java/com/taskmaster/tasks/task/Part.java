package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.PartlyDone;
import com.taskmaster.tasks.http.RefusedRequest;
import java.util.function.Supplier;

/**
 * What one transaction did of an operation on any number of tasks.
 *
 * @param changed how many tasks it changed
 * @param isLast whether nothing is left to be done
 */
public record Part(int changed, boolean isLast) {

    /** How many tasks it changes at most: about two seconds with short notes, of the minute that a transaction may take. */
    static final int LARGEST = 10_000;

    /** By those that were chosen: others may have changed some of them in the meantime, and there may still be more. */
    static Part of(int chosen, int changed) {
        return new Part(changed, chosen < LARGEST);
    }

    /**
     * Does part after part until nothing is left to be done.
     *
     * @param next each time in a transaction of its own
     * @return how many tasks were changed
     * @throws PartlyDone if a part fails after tasks were changed by those before it, which stay as they are
     */
    public static long all(Supplier<Part> next) {
        var changed = 0L;
        Part part;
        do {
            try {
                part = next.get();
            } catch (RefusedRequest e) {
                throw e;
            } catch (RuntimeException e) {
                throw changed == 0 ? e : new PartlyDone(e);
            }
            changed += part.changed();
        } while (!part.isLast());
        return changed;
    }
}
