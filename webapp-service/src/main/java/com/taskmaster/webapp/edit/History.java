package com.taskmaster.webapp.edit;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;

/**
 * What has become of a task, or a part of that.
 *
 * @param entries the newest first
 * @param continued whether newer ones are shown elsewhere
 * @param older the address of those before; {@code null} if there are none
 */
@TemplateData
public record History(List<HistoryEntry> entries, boolean continued, URI older) {}
