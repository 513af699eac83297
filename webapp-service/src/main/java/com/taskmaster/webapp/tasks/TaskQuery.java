package com.taskmaster.webapp.tasks;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Which tasks are asked for; what is {@code null} does not matter.
 *
 * @param status {@code open}, {@code completed} or {@code trashed}
 * @param due {@code overdue}, {@code today} or {@code upcoming}, as the zone tells days
 * @param search beginnings of words
 * @param cursor where the part before has ended
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
