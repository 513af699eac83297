package com.taskmaster.tasks.settings;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the service, or with {@code --check-config} only checks its settings. */
@QuarkusMain
public final class Main {

    private static final String CHECK = "--check-config";

    public static void main(String... arguments) {
        if (List.of(arguments).contains(CHECK)) {
            SettingsCheck.prepare();
            Quarkus.run(SettingsCheck.class, arguments);
        } else {
            Quarkus.run(arguments);
        }
    }
}
