package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.ListColor;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Everything that the page of tasks shows.
 *
 * @param more the address of the next part; {@code null} if there is none
 * @param continued whether it is not the first part
 * @param form makes one task of a form that is sent twice
 * @param entry what was typed as a new task
 * @param notice {@code null} if there is nothing to say
 */
@TemplateData
public record Board(
        Filter filter,
        Summary summary,
        List<Group> groups,
        URI more,
        boolean continued,
        UUID form,
        Entry entry,
        Notice notice) {

    /**
     * What was typed as a new task.
     *
     * @param refused why it makes no task; empty if it may
     * @param preview what is understood of it; {@code null} if nobody has asked
     */
    @TemplateData
    public record Entry(String text, List<BrokenRule> refused, Preview preview) {

        static final Entry NONE = new Entry("", List.of(), null);

        static Entry refused(String text, List<BrokenRule> rules) {
            return new Entry(text, rules, null);
        }

        static Entry of(String text, Preview preview) {
            return new Entry(text, List.of(), preview);
        }
    }

    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.rows().isEmpty());
    }

    /** The list that the page is about; {@code null} if it is about something else. */
    public ListSummary list() {
        return filter.list() == null || filter.view() != View.ALL
                ? null
                : summary.list(filter.list()).orElse(null);
    }

    /** The position that puts the list of the page one place up among the lists; {@code null} where that cannot be done. */
    public Double listAbove() {
        return places().above(summary.lists().indexOf(list()));
    }

    /** The position that puts the list of the page one place down among the lists; {@code null} where that cannot be done. */
    public Double listBelow() {
        return places().below(summary.lists().indexOf(list()));
    }

    private Places places() {
        return new Places(summary.lists().stream().map(ListSummary::position).toList(), true, true);
    }

    /** How many tasks a view holds. */
    public long count(View view) {
        return switch (view) {
            case TODAY -> summary.today();
            case UPCOMING -> summary.upcoming();
            case OVERDUE -> summary.overdue();
            case ALL -> summary.open();
            case COMPLETED -> summary.completed();
            case TRASH -> summary.trashed();
        };
    }

    public View[] views() {
        return View.values();
    }

    /** The page that shows nothing but this view. */
    public URI address(View view) {
        return Filter.of(view).address();
    }

    public URI addressOfOverdue() {
        return address(View.OVERDUE);
    }

    public URI addressOfList(UUID list) {
        return Filter.ofList(list).address();
    }

    public URI addressOfTag(String tag) {
        return Filter.ofTag(tag).address();
    }

    /** The page of one task. */
    public URI addressOf(Task task) {
        return filter.address("/tasks/" + task.id());
    }

    public ListColor[] colors() {
        return ListColor.values();
    }

    public Priority[] priorities() {
        return Priority.values();
    }

    public boolean isHere(View view) {
        return filter.view() == view && filter.list() == null && filter.tag() == null;
    }

    Board with(Notice other) {
        return new Board(filter, summary, groups, more, continued, form, entry, other);
    }

    Board with(Entry other) {
        return new Board(filter, summary, groups, more, continued, form, other, notice);
    }
}
