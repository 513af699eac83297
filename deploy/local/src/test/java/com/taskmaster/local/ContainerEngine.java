package com.taskmaster.local;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The container engine of the {@code docker} command. */
final class ContainerEngine {

    /** The system property that makes tests fail instead of being skipped if there is no container engine. */
    static final String REQUIRED = "tests.containers.required";

    private ContainerEngine() {}

    static Ended docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return Ended.of(new ProcessBuilder(command));
    }

    static boolean answers() {
        try {
            return docker("info").exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Whether containers in its host network reach this machine's Keycloak and PostgreSQL: not if the engine is rootless,
     * in a virtual machine, or remote.
     */
    static boolean sharesTheNetwork() {
        return answers()
                && docker("info", "--format", "{{.Name}} {{.SecurityOptions}}")
                        .output()
                        .lines()
                        .anyMatch(info -> info.startsWith(machine() + " ") && !info.contains("name=rootless"));
    }

    private static String machine() {
        return Ended.of(new ProcessBuilder("uname", "-n")).orFail().strip();
    }
}
