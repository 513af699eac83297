package com.taskmaster.webapp.audit;

import com.taskmaster.webapp.trace.TraceId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Writes one line of the log, and counts, for each event of a session: the subject, and nothing else about a person. */
@ApplicationScoped
public class Audit {

    /** What happened; its name in the log and in the metric is in lower case. */
    public enum Event {
        SIGN_IN,
        SIGN_IN_REFUSED,
        SIGN_IN_FAULT,
        SESSION_REPLACED,
        RENEWAL,
        RENEWAL_REFUSED,
        RENEWAL_FAULT,
        ID_TOKEN_REFUSED,
        SIGN_OUT,
        BACK_CHANNEL_LOGOUT,
        BACK_CHANNEL_LOGOUT_REFUSED,
        FRONT_CHANNEL_LOGOUT,
        FRONT_CHANNEL_LOGOUT_REFUSED,
        ENDED_BY_USER
    }

    private static final Logger LOG = Logger.getLogger("audit");

    private final MeterRegistry metrics;

    Audit(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** @param subject {@code null} where it is not known */
    public void write(Event event, String subject) {
        var name = event.name().toLowerCase(Locale.ROOT);
        log(name, subject == null ? "-" : subject);
        metrics.counter("taskmaster.session.events", "event", name).increment();
    }

    /** The event and the subject are fields of their own where the log is written as JSON. */
    private static void log(String event, String subject) {
        MDC.put("event", event);
        MDC.put("subject", subject);
        try {
            LOG.infof("event=%s subject=%s trace=%s", event, subject, TraceId.current());
        } finally {
            MDC.remove("event");
            MDC.remove("subject");
        }
    }
}
