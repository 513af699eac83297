package com.taskmaster.webapp.session;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * What others may know of a session.
 *
 * @param id names the session, and opens nothing
 * @param userAgent what the browser called itself when it signed in; {@code null} if nothing
 * @param lastUsedAt to the minute, or more exactly where sessions soon are idle
 */
@TemplateData
public record SessionView(String id, String subject, String userAgent, Instant startedAt, Instant lastUsedAt) {}
