package com.taskmaster.local;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The container engine that the environment names. */
final class ContainerEngine {

    /** The system property by which what needs it must not be skipped. */
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
     * Whether its host network is this machine's, where the launcher's Keycloak and PostgreSQL are: it is not if the
     * engine is rootless, in a virtual machine or remote.
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
