package com.taskmaster.webapp.edit;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;

/**
 * One page of a task's history.
 *
 * @param entries newest first
 * @param continued whether there are newer ones on an earlier page
 * @param older the address of the next page, with older ones; {@code null} if there is none
 */
@TemplateData
public record History(List<HistoryEntry> entries, boolean continued, URI older) {}
