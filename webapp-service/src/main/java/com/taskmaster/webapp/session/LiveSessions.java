package com.taskmaster.webapp.session;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The number of sessions, as a metric. Each instance counts once a minute, however often it is scraped, so the load on
 * the database is constant. All instances report the same number.
 */
@ApplicationScoped
class LiveSessions {

    private final Sessions sessions;
    private final MeterRegistry metrics;
    private final Gauge gauge;
    private volatile double number = Double.NaN;

    LiveSessions(Sessions sessions, MeterRegistry metrics) {
        this.sessions = sessions;
        this.metrics = metrics;
        gauge = Gauge.builder("taskmaster.sessions", () -> number)
                .description("Live sessions in total; every instance reports the same number")
                .register(metrics);
    }

    /** The registry outlives the application: after a restart in the same JVM, it would still read this bean. */
    @PreDestroy
    void unregister() {
        metrics.remove(gauge);
    }

    @Scheduled(every = "1m")
    void count() {
        try {
            number = sessions.alive();
        } catch (RuntimeException e) {
            number = Double.NaN;
            throw e;
        }
    }
}
