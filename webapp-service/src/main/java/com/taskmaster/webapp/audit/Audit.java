package com.taskmaster.webapp.audit;

import com.taskmaster.webapp.trace.TraceId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Writes one line of the log, and counts, for each event of a session: the subject, and nothing else about a person. */
@ApplicationScoped
public class Audit {

    /** What happened; its name in the log and in the metric is in lower case. */
    public enum Event {
        SIGN_IN,
        SIGN_IN_REFUSED,
        RENEWAL,
        RENEWAL_REFUSED,
        SIGN_OUT,
        BACK_CHANNEL_LOGOUT,
        FRONT_CHANNEL_LOGOUT,
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
        LOG.infof("event=%s subject=%s trace=%s", name, subject == null ? "-" : subject, TraceId.current());
        metrics.counter("taskmaster.session.events", "event", name).increment();
    }
}
