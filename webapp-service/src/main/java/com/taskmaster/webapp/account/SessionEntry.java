package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SessionView;
import io.quarkus.qute.TemplateData;

/**
 * A row in the list of sessions.
 *
 * @param current whether it is the session of this request
 */
@TemplateData
record SessionEntry(SessionView session, Device device, boolean current) {

    static SessionEntry of(SessionView session, String current) {
        return new SessionEntry(
                session, Device.of(session.userAgent()), session.id().equals(current));
    }
}
