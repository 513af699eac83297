package com.taskmaster.webapp.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Fetches a page's content and, in parallel, the counts of the sidebar. */
@ApplicationScoped
public class Summaries {

    private final Tasks tasks;
    private final ManagedExecutor executor;

    Summaries(Tasks tasks, ManagedExecutor executor) {
        this.tasks = tasks;
        this.executor = executor;
    }

    /**
     * Returns when both calls have finished, even if one fails: no call may outlive the request whose token it has.
     *
     * @param read runs on the calling thread
     * @param zone decides which tasks count as due today
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

    /** A page's content, and the counts. */
    public record Counted<T>(T read, Summary summary) {}
}
