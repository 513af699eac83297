package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Lines that belong together.
 *
 * @param day what they are due on; {@code null} where they are not grouped
 * @param heading the day in words
 */
@TemplateData
public record Group(ShownDue.Day day, String heading, List<Row> rows) {}
