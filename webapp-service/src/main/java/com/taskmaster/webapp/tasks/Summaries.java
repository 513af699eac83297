package com.taskmaster.webapp.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Reads what a page is about, and at the same time what is counted beside it. */
@ApplicationScoped
public class Summaries {

    private final Tasks tasks;
    private final ManagedExecutor executor;

    Summaries(Tasks tasks, ManagedExecutor executor) {
        this.tasks = tasks;
        this.executor = executor;
    }

    /**
     * Both calls have come to their end then, also where one fails: none outlives the request whose token it carries.
     *
     * @param read on this thread
     * @param zone that tells days
     */
    public <T> Counted<T> beside(Supplier<T> read, ZoneId zone) {
        var counting = executor.supplyAsync(() -> tasks.summary(zone));
        T found;
        try {
            found = read.get();
        } finally {
            counting.handle((summary, failure) -> summary).join();
        }
        try {
            return new Counted<>(found, counting.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What was read, and what is counted beside it. */
    public record Counted<T>(T read, Summary summary) {}
}
