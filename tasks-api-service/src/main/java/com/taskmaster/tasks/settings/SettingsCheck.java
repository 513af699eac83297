package com.taskmaster.tasks.settings;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;

/**
 * Starts as the service does and ends at once: a wrong setting stops this start as it would stop the other one. Nothing
 * listens, nothing is scheduled, and the database is not asked for a connection.
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

    /** System properties are stronger than what an operator sets by environment variables. */
    static void prepare() {
        WITHOUT_EFFECTS.forEach(System::setProperty);
    }

    @Override
    public int run(String... arguments) {
        System.out.println(
                "The settings are complete; whether they are true, only the database and the provider know.");
        return 0;
    }
}
