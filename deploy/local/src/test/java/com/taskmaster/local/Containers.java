package com.taskmaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The pair as {@code deploy/compose} runs it, in a project of its own, with images of what this build has made. The
 * environment may name other images than the published ones: {@code BASE}, {@code KEYCLOAK_IMAGE}, {@code POSTGRESQL_IMAGE}.
 *
 * @param project keeps it apart from others
 * @param secrets the file that an operator would have called {@code .env}
 */
record Containers(String project, Path secrets) implements AutoCloseable {

    static final String COMPOSE = "docker-compose";

    /** Compose's own names of the two. */
    static final String WEBAPP = "webapp";

    static final String TASKS_API = "tasks-api";

    private static final String REPOSITORY = "taskmaster-it";
    private static final Path FOLDER = Path.of("../compose");
    private static final List<Path> FILES = List.of(
            FOLDER.resolve("compose.yaml"),
            FOLDER.resolve("compose.demo-users.yaml"),
            Path.of("src/test/resources/compose.short-lived.yaml"));
    private static final Pattern EMPTY_SECRET = Pattern.compile("(?m)^(\\w+)=$");
    private static final Map<String, String> IMAGES = Map.of(
            "webapp-service", REPOSITORY + "/webapp-service:jvm",
            "tasks-api-service", REPOSITORY + "/tasks-api-service:jvm");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DOCKER_BUILDKIT",
            "1",
            "WEBAPP_IMAGE",
            IMAGES.get("webapp-service"),
            "TASKS_API_IMAGE",
            IMAGES.get("tasks-api-service"));

    /** What a command wrote, and how it ended. */
    record Ended(int exitCode, String output) {

        String orFail() {
            if (exitCode != 0) {
                throw new AssertionError("Exit code " + exitCode + ": " + output);
            }
            return output;
        }
    }

    static boolean engineAnswers() {
        try {
            return run(List.of("docker", "info")).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Builds the images and makes up the secrets, as the README of {@code deploy/compose} says; nothing runs yet. */
    static Containers prepare(String project) throws IOException {
        IMAGES.forEach(Containers::build);
        var example = Files.readString(FOLDER.resolve(".env.example"));
        var secrets = EMPTY_SECRET
                .matcher(example)
                .replaceAll(secret ->
                        secret.group(1) + "=" + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", ""));
        var containers = new Containers(
                project, Files.writeString(Path.of("target", project + ".env").toAbsolutePath(), secrets));
        containers.compose("down", "--volumes", "--remove-orphans").orFail();
        return containers;
    }

    Ended compose(String... arguments) {
        var command = new ArrayList<>(List.of(
                COMPOSE,
                "--project-name",
                project,
                "--env-file",
                secrets.toString(),
                "--project-directory",
                FOLDER.toAbsolutePath().normalize().toString()));
        FILES.forEach(file ->
                command.addAll(List.of("-f", file.toAbsolutePath().normalize().toString())));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** What the engine knows of the container of a service, by a Go template. */
    String inspect(String service, String template) {
        var container = compose("ps", "-q", service).orFail().strip();
        return run(List.of("docker", "inspect", "--format", template, container))
                .orFail()
                .strip();
    }

    @Override
    public void close() {
        compose("down", "--volumes").orFail();
    }

    private static void build(String service, String image) {
        run(List.of(
                        "docker",
                        "build",
                        "--file=../images/Dockerfile",
                        "--target=jvm",
                        "--build-arg=BASE",
                        "--build-arg=SERVICE=" + service,
                        "--tag=" + image,
                        Path.of("../..", service, "target").toString()))
                .orFail();
    }

    private static Ended run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(ENVIRONMENT);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes());
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
