package com.taskmaster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The operator's own tool: {@code kustomize build}, or {@code kubectl kustomize}. */
final class Kustomize {

    private static final List<List<String>> TOOLS =
            List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"));

    private Kustomize() {}

    /** The folder's objects as YAML; without a tool the test is skipped, or fails where one is required. */
    static String render(Path folder) {
        var tool = TOOLS.stream().filter(command -> isOnThePath(command.get(0))).findFirst();
        if (!Boolean.getBoolean("tests.kustomize.required")) {
            Assumptions.assumeTrue(tool.isPresent(), "The manifests are not rendered: there is no kubectl here");
        }
        return run(Stream.concat(tool.orElseThrow().stream(), Stream.of(folder.toString()))
                .toList());
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnThePath(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(":")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
