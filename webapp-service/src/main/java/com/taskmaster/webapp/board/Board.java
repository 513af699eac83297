package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.ListColor;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Everything that the page of tasks shows.
 *
 * @param more the URL of the next part; {@code null} if there is none
 * @param form an id of the rendered form, which keeps a form that is sent twice from creating two tasks
 * @param entry the text typed as a new task
 * @param listEntry the rejected input about a list; {@code null} if there is none
 * @param selection the selected tasks and the action for them
 * @param notice {@code null} if there is none
 */
@TemplateData
public record Board(
        Filter filter,
        Summary summary,
        List<Group> groups,
        URI more,
        UUID form,
        Entry entry,
        ListEntry listEntry,
        Selection selection,
        Notice notice) {

    /**
     * The text typed as a new task.
     *
     * @param refused why it was rejected; empty if it was not
     * @param preview how it is understood; {@code null} if no preview was requested
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

    /** The number of tasks shown. */
    public long shown() {
        return groups.stream().mapToLong(group -> group.rows().size()).sum();
    }

    public boolean isUnfinished() {
        return more != null;
    }

    /** Whether it shows today's tasks while there are overdue ones. */
    public boolean isTodayWithOverdue() {
        return filter.view() == View.TODAY && summary.overdue() > 0;
    }

    /** The list that the page shows; {@code null} if it shows something else. */
    public ListSummary list() {
        return filter.list() == null || filter.view() != View.ALL
                ? null
                : summary.list(filter.list()).orElse(null);
    }

    /** Whether the URL names a list that does not exist, or no longer does. */
    public boolean isListMissing() {
        return filter.list() != null && summary.list(filter.list()).isEmpty();
    }

    /** The position that moves the page's list up by one; {@code null} if it cannot move. */
    public Double listAbove() {
        return places().above(summary.lists().indexOf(list()));
    }

    /** The position that moves the page's list down by one; {@code null} if it cannot move. */
    public Double listBelow() {
        return places().below(summary.lists().indexOf(list()));
    }

    private Places places() {
        return new Places(summary.lists().stream().map(ListSummary::position).toList(), true, true);
    }

    /** The number of tasks in a view. */
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

    public ListColor[] colors() {
        return ListColor.values();
    }

    public Priority[] priorities() {
        return Priority.values();
    }

    public boolean isHere(View view) {
        return filter.view() == view && filter.list() == null && filter.tag() == null;
    }

    /** The text typed as the name of a new list; {@code null} if there is none. */
    public String newListName() {
        return listEntry == null || listEntry.list() != null ? null : listEntry.name();
    }

    /** Whether there is rejected input about the page's list. */
    public boolean isListTyped() {
        return listEntry != null && list() != null && list().list().equals(listEntry.list());
    }

    /** Whether the list's settings are shown open, because the user is editing them. */
    public boolean isListSettingsOpen() {
        return isListTyped() || notice != null && notice.kind().isOfListSettings();
    }

    /** The color of the page's list, as typed or as stored; {@code null} or empty for none. */
    public String listColor() {
        return isListTyped() ? listEntry.color() : list().color();
    }

    Board with(Notice other) {
        return new Board(filter, summary, groups, more, form, entry, listEntry, selection, other);
    }

    Board with(Entry other) {
        return new Board(filter, summary, groups, more, form, other, listEntry, selection, notice);
    }

    Board with(ListEntry other) {
        return new Board(filter, summary, groups, more, form, entry, other, selection, notice);
    }
}
