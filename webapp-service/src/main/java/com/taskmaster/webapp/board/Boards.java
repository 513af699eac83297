package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Summaries;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.TaskPart;
import com.taskmaster.webapp.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Reads what a page of tasks shows: the tasks, and at the same time what is counted beside them. */
@ApplicationScoped
class Boards {

    /** What the API gives at once. */
    static final int MOST_AT_ONCE = 200;

    private final Tasks tasks;
    private final Preferences preferences;
    private final Summaries summaries;

    Boards(Tasks tasks, Preferences preferences, Summaries summaries) {
        this.tasks = tasks;
        this.preferences = preferences;
        this.summaries = summaries;
    }

    Board read(Filter filter) {
        var zone = preferences.zone();
        var counted = summaries.beside(() -> rows(filter, zone), zone);
        return board(filter, counted.read(), counted.summary());
    }

    private TaskPart rows(Filter filter, ZoneId zone) {
        var found = new ArrayList<Task>();
        var next = Optional.ofNullable(filter.part().cursor());
        do {
            var missing = Math.min(MOST_AT_ONCE, filter.part().rows() - found.size());
            var part = tasks.list(filter.ask(zone, next.orElse(null), missing));
            found.addAll(part.tasks());
            next = part.next();
        } while (next.isPresent() && found.size() < filter.part().rows());
        return new TaskPart(found, next);
    }

    private Board board(Filter filter, TaskPart part, Summary summary) {
        var continued = filter.part().cursor() != null;
        var now = ZonedDateTime.now(preferences.zone());
        var rows = new Rows(
                filter,
                summary,
                preferences.locale(),
                now,
                !continued,
                part.next().isEmpty());
        return new Board(
                filter,
                summary,
                rows.of(part.tasks()),
                part.next().map(next -> filter.behind(next).address()).orElse(null),
                continued,
                UUID.randomUUID(),
                Entry.NONE,
                null,
                Selection.NONE,
                null);
    }
}
