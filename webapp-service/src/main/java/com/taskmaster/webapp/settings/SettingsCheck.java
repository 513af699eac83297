package com.taskmaster.webapp.settings;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;

/**
 * Starts like the service and exits at once, so that a wrong setting fails this start as it would fail the real one. It
 * opens no port, runs no scheduled job and does not connect to the database.
 */
public final class SettingsCheck implements QuarkusApplication {

    private static final Map<String, String> WITHOUT_EFFECTS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.flyway.migrate-at-start", "false",
            "quarkus.hibernate-orm.database.start-offline", "true",
            "quarkus.scheduler.enabled", "false",
            "quarkus.otel.traces.sampler.arg", "0",
            "quarkus.banner.enabled", "false",
            "quarkus.log.category.\"io.quarkus\".level", "ERROR");

    /** System properties take precedence over an operator's environment variables. */
    static void prepare() {
        WITHOUT_EFFECTS.forEach(System::setProperty);
    }

    @Override
    public int run(String... arguments) {
        System.out.println(
                "The settings are complete. Whether they are correct, only the database and the provider can tell.");
        return 0;
    }
}
