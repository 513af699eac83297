package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Summaries;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.TaskPart;
import com.taskmaster.webapp.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

/** Reads what a page of tasks shows: the tasks, and at the same time what is counted beside them. */
@ApplicationScoped
class Boards {

    private static final int PART = 50;

    private final Tasks tasks;
    private final Preferences preferences;
    private final Summaries summaries;

    Boards(Tasks tasks, Preferences preferences, Summaries summaries) {
        this.tasks = tasks;
        this.preferences = preferences;
        this.summaries = summaries;
    }

    /** @param cursor where the part before has ended; {@code null}: from the top */
    Board read(Filter filter, String cursor) {
        var zone = preferences.zone();
        var counted = summaries.beside(() -> tasks.list(filter.ask(zone, cursor, PART)), zone);
        return board(filter, cursor, counted.read(), counted.summary());
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
