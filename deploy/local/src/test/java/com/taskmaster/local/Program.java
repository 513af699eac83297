package com.taskmaster.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program of this machine. Where it is missing, the tests that need it are skipped, unless it is required.
 *
 * @param name for people
 * @param required the system property by which it is
 * @param commands any of them will do
 */
record Program(String name, String required, List<String> commands) {

    Optional<Path> find() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .flatMap(folder -> commands.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ConditionEvaluationResult evaluate(ExtensionContext context) {
        if (find().isPresent()) {
            return ConditionEvaluationResult.enabled(name + " is there");
        }
        var missing = "There is no " + name + " on this machine";
        if (Boolean.getBoolean(required)) {
            throw new IllegalStateException(missing + ", and what needs it must not be skipped");
        }
        System.err.println("***** SKIPPED: " + context.getDisplayName() + ". " + missing + " *****");
        return ConditionEvaluationResult.disabled(missing);
    }
}
