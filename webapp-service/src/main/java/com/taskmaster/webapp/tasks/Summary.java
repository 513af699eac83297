package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The number of tasks in each view, list and tag.
 *
 * @param lists all lists by position, including the inbox
 * @param tags the tags of open tasks
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

    /** The name that the API gives to a new user's inbox. */
    private static final String INBOX = "Inbox";

    /**
     * @param color like {@code #1e88e5}, or {@code null}
     * @param position lower comes first
     */
    @TemplateData
    public record ListSummary(
            UUID list, String name, String color, boolean inbox, double position, int version, long open) {

        /** Whether this is the inbox and its user has not renamed it. */
        public boolean isUnnamed() {
            return inbox && name.equals(INBOX);
        }

        /** Whether its color is not one that can be chosen here. */
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
