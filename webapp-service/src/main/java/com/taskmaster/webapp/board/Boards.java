package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.TaskPart;
import com.taskmaster.webapp.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Reads what a page of tasks shows: the tasks, and at the same time what is counted beside them. */
@ApplicationScoped
class Boards {

    private static final int PART = 50;

    private final Tasks tasks;
    private final Preferences preferences;
    private final ManagedExecutor executor;

    Boards(Tasks tasks, Preferences preferences, ManagedExecutor executor) {
        this.tasks = tasks;
        this.preferences = preferences;
        this.executor = executor;
    }

    /**
     * Both calls have come to their end then, also where one fails: none outlives the request whose token it carries.
     *
     * @param cursor where the part before has ended; {@code null}: from the top
     */
    Board read(Filter filter, String cursor) {
        var zone = preferences.zone();
        var counting = executor.supplyAsync(() -> tasks.summary(zone));
        TaskPart part;
        try {
            part = tasks.list(filter.ask(zone, cursor, PART));
        } finally {
            counting.handle((summary, failure) -> summary).join();
        }
        try {
            return board(filter, cursor, part, counting.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Board board(Filter filter, String cursor, TaskPart part, Summary summary) {
        var now = ZonedDateTime.now(preferences.zone());
        var rows = new Rows(
                filter,
                summary,
                preferences.locale(),
                now,
                cursor == null,
                part.next().isEmpty());
        return new Board(
                filter,
                summary,
                rows.of(part.tasks()),
                part.next().map(next -> filter.address(Map.of("cursor", next))).orElse(null),
                cursor != null,
                UUID.randomUUID(),
                Entry.NONE,
                null);
    }
}
