package com.taskmaster.webapp.audit;

import com.taskmaster.webapp.trace.TraceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Writes one line of the log, and counts, for each event of a session: the subject, and nothing else about a person. */
@Startup
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
        ENDED_BY_USER;

        private final String label = name().toLowerCase(Locale.ROOT);
    }

    private static final Logger LOG = Logger.getLogger("audit");

    private final Map<Event, Counter> counters = new EnumMap<>(Event.class);

    /** A counter that appears with its first event would hide that one: from nothing to one is no increase to Prometheus. */
    Audit(MeterRegistry metrics) {
        for (var event : Event.values()) {
            counters.put(event, metrics.counter("taskmaster.session.events", "event", event.label));
        }
    }

    /** @param subject {@code null} where it is not known */
    public void write(Event event, String subject) {
        log(event.label, subject == null ? "-" : subject);
        counters.get(event).increment();
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
