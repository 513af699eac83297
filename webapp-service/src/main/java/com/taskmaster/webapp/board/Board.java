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
 * @param more the address of the next part; {@code null} if there is none
 * @param form makes one task of a form that is sent twice
 * @param entry what was typed as a new task
 * @param listEntry what was typed about a list; {@code null} if nothing was refused
 * @param selection what was to be done to several tasks
 * @param notice {@code null} if there is nothing to say
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

    /** How many tasks it shows. */
    public long shown() {
        return groups.stream().mapToLong(group -> group.rows().size()).sum();
    }

    public boolean isUnfinished() {
        return more != null;
    }

    /** Whether it shows what is due today, and there is more that was due before. */
    public boolean isTodayWithOverdue() {
        return filter.view() == View.TODAY && summary.overdue() > 0;
    }

    /** The list that the page is about; {@code null} if it is about something else. */
    public ListSummary list() {
        return filter.list() == null || filter.view() != View.ALL
                ? null
                : summary.list(filter.list()).orElse(null);
    }

    /** Whether the address names a list that is not there, or no more. */
    public boolean isListMissing() {
        return filter.list() != null && summary.list(filter.list()).isEmpty();
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

    public ListColor[] colors() {
        return ListColor.values();
    }

    public Priority[] priorities() {
        return Priority.values();
    }

    public boolean isHere(View view) {
        return filter.view() == view && filter.list() == null && filter.tag() == null;
    }

    /** What was typed as the name of a new list; {@code null} if none was. */
    public String newListName() {
        return listEntry == null || listEntry.list() != null ? null : listEntry.name();
    }

    /** Whether something was typed about the list of the page. */
    public boolean isListTyped() {
        return listEntry != null && list() != null && list().list().equals(listEntry.list());
    }

    /** Whether somebody is at its settings. */
    public boolean isListSettingsOpen() {
        return isListTyped() || notice != null && notice.kind().isOfListSettings();
    }

    /** Of the list of the page, as it is or was to be; {@code null} or empty: none. */
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
