package com.taskmaster.webapp.tasks;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * The filter, order and page of a query for tasks; {@code null} means no restriction.
 *
 * @param status {@code open}, {@code completed} or {@code trashed}
 * @param due {@code overdue}, {@code today} or {@code upcoming}, relative to today in the zone
 * @param search the beginnings of words
 * @param cursor the end of the previous page; {@code null} for the first page
 */
public record TaskQuery(
        String status,
        String due,
        ZoneId zone,
        UUID list,
        List<String> tags,
        Priority priority,
        String search,
        String sort,
        String cursor,
        int limit) {}
