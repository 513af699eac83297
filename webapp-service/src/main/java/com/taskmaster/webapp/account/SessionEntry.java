package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SessionView;
import io.quarkus.qute.TemplateData;

/**
 * A line of the list of sessions.
 *
 * @param current whether the page was asked for with it
 */
@TemplateData
record SessionEntry(SessionView session, Device device, boolean current) {

    static SessionEntry of(SessionView session, String current) {
        return new SessionEntry(
                session, Device.of(session.userAgent()), session.id().equals(current));
    }
}
