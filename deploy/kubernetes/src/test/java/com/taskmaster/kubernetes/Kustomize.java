package com.taskmaster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs the operators' tool: {@code kustomize build} or {@code kubectl kustomize}. */
final class Kustomize {

    private static final List<List<String>> TOOLS =
            List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"));

    private Kustomize() {}

    /** Renders the folder's objects as YAML; without a tool the test is skipped, or fails if one is required. */
    static String render(Path folder) {
        var tool = TOOLS.stream().filter(command -> isOnThePath(command.get(0))).findFirst();
        require(tool.isPresent(), "The manifests are not rendered: there is no kubectl here");
        return run(Stream.concat(tool.orElseThrow().stream(), Stream.of(folder.toString()))
                .toList());
    }

    /** Without the program, the following tests are skipped, or fail if it is required. */
    static void require(String program) {
        require(isOnThePath(program), "There is no " + program + " here");
    }

    private static void require(boolean isThere, String missing) {
        if (Boolean.getBoolean("tests.kustomize.required")) {
            assertThat(isThere).as(missing).isTrue();
        }
        Assumptions.assumeTrue(isThere, missing);
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
