package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Page;
import com.taskmaster.webapp.tasks.Summaries;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Reads the content of a page of tasks; the tasks and the counts are read in parallel. */
@ApplicationScoped
class Boards {

    /** The largest page size of the API. */
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
        return read(filter, Selection.NONE);
    }

    Board read(Filter filter, Selection selection) {
        var zone = preferences.zone();
        var counted = summaries.beside(() -> page(filter, zone), zone);
        return board(filter, selection, counted.read(), counted.summary());
    }

    private Page<Task> page(Filter filter, ZoneId zone) {
        var found = new ArrayList<Task>();
        var next = Optional.ofNullable(filter.part().cursor());
        do {
            var missing = Math.min(MOST_AT_ONCE, filter.part().rows() - found.size());
            var part = tasks.list(filter.ask(zone, next.orElse(null), missing));
            found.addAll(part.items());
            next = part.next();
        } while (next.isPresent() && found.size() < filter.part().rows());
        return new Page<>(found, next);
    }

    private Board board(Filter filter, Selection selection, Page<Task> page, Summary summary) {
        var rows = new Rows(
                filter,
                selection,
                summary,
                preferences.locale(),
                ZonedDateTime.now(preferences.zone()),
                page.next().isEmpty());
        return new Board(
                filter,
                summary,
                rows.of(page.items()),
                page.next().map(next -> filter.behind(next).address()).orElse(null),
                UUID.randomUUID(),
                Entry.NONE,
                null,
                selection,
                null);
    }
}
