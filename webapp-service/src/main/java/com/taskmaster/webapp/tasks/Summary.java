package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How many tasks each view, list and tag holds.
 *
 * @param lists all lists by position, the inbox among them
 * @param tags those of open tasks
 */
@TemplateData
public record Summary(
        long open,
        long completed,
        long trashed,
        long overdue,
        long today,
        long upcoming,
        List<ListSummary> lists,
        List<TagSummary> tags) {

    /** As the API calls the inbox of somebody new. */
    private static final String INBOX = "Inbox";

    /**
     * @param color like {@code #1e88e5}, or {@code null}
     * @param position lower comes first
     */
    @TemplateData
    public record ListSummary(
            UUID list, String name, String color, boolean inbox, double position, int version, long open) {

        /** Whether nobody has given the inbox a name of their own. */
        public boolean isUnnamed() {
            return inbox && name.equals(INBOX);
        }

        /** Whether its colour is none of those that can be chosen here. */
        public boolean isOfAnotherColor() {
            return color != null && !ListColor.isKnown(color);
        }
    }

    @TemplateData
    public record TagSummary(String tag, long open) {}

    public Optional<ListSummary> list(UUID id) {
        return lists.stream().filter(list -> list.list().equals(id)).findFirst();
    }

    public Optional<ListSummary> listNamed(String name) {
        return lists.stream().filter(list -> list.name().equalsIgnoreCase(name)).findFirst();
    }
}
