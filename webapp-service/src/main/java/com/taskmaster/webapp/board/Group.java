package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Consecutive rows under one heading.
 *
 * @param day the day on which they are due; {@code null} if the rows are not grouped
 * @param heading the date in words
 */
@TemplateData
public record Group(ShownDue.Day day, String heading, List<Row> rows) {}
