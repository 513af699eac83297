package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SessionView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of the list of sessions.
 *
 * @param current whether the page was asked for with it
 */
record SessionEntry(SessionView session, Device device, boolean current) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static SessionEntry of(SessionView session, String current) {
        return new SessionEntry(
                session, Device.of(session.userAgent()), session.id().equals(current));
    }

    public String started() {
        return TIME.format(session.startedAt());
    }

    public String lastUsed() {
        return TIME.format(session.lastUsedAt());
    }
}
