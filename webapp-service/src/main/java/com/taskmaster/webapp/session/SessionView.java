package com.taskmaster.webapp.session;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * What other packages may know about a session.
 *
 * @param id identifies the session, but cannot be used to open it
 * @param userAgent the browser's {@code User-Agent} at sign-in; {@code null} if it sent none
 * @param lastUsedAt accurate to one minute, or more precisely with a short idle timeout
 */
@TemplateData
public record SessionView(String id, String subject, String userAgent, Instant startedAt, Instant lastUsedAt) {}
