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

/** Logs and counts the events of sessions. The subject is the only personal data that it records. */
@Startup
@ApplicationScoped
public class Audit {

    /** The event types; logs and metrics use their names in lower case. */
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

    /**
     * Registers all counters up front: Prometheus does not see an increase if a counter first appears with the value
     * one.
     */
    Audit(MeterRegistry metrics) {
        for (var event : Event.values()) {
            counters.put(event, metrics.counter("taskmaster.session.events", "event", event.label));
        }
    }

    /** @param subject {@code null} if unknown */
    public void write(Event event, String subject) {
        log(event.label, subject == null ? "-" : subject);
        counters.get(event).increment();
    }

    /** Sets the event and subject as MDC fields as well, so that they are separate fields in JSON logs. */
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
