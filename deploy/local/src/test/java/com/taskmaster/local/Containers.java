package com.taskmaster.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pair as {@code deploy/compose} runs it, in a project of its own, with images of what this build has made: given its
 * secrets and kept by the commands of the README. The environment may name other images than the published ones:
 * {@code KEYCLOAK_IMAGE}, {@code POSTGRESQL_IMAGE}.
 *
 * @param project the Compose project, which keeps it apart from others
 * @param folder in place of {@code deploy/compose}, where an operator's {@code .env} may be: commands work here
 */
record Containers(String project, Path folder) implements AutoCloseable {

    static final String COMPOSE = "docker-compose";

    /** The names of the services in the Compose file. */
    static final String WEBAPP = "webapp";

    static final String TASKS_API = "tasks-api";

    private static final Path FOLDER = Path.of("../compose");
    private static final Path PAGE = FOLDER.resolve("README.md");
    private static final List<Path> FILES = List.of(
            FOLDER.resolve("compose.yaml"),
            FOLDER.resolve("compose.demo-users.yaml"),
            Path.of("src/test/resources/compose.short-lived.yaml"));
    private static final Map<String, String> ENVIRONMENT =
            Map.of("WEBAPP_IMAGE", Images.WEBAPP, "TASKS_API_IMAGE", Images.TASKS_API);

    /** Builds the images and generates the secrets, without starting anything. */
    static Containers prepare(String project) throws IOException {
        Images.build();
        var folder = Files.createDirectories(Path.of("target", project).toAbsolutePath());
        Files.deleteIfExists(folder.resolve(".env"));
        Files.copy(FOLDER.resolve(".env.example"), folder.resolve(".env.example"), REPLACE_EXISTING);
        bash(
                        folder,
                        Documented.commands(PAGE, "The pair as containers on one machine")
                                .get(1))
                .orFail();
        var containers = new Containers(project, folder);
        containers.compose("down", "--volumes", "--remove-orphans").orFail();
        return containers;
    }

    Ended compose(String... arguments) {
        return run(
                folder, Stream.concat(compose().stream(), Stream.of(arguments)).toList());
    }

    /** Runs a block of commands of a section of the page. */
    void follow(String section, int block) {
        var composeOfThis = "docker() { shift; " + String.join(" ", compose()) + " \"$@\"; }\n";
        bash(folder, composeOfThis + Documented.commands(PAGE, section).get(block))
                .orFail();
    }

    /** Inspects the container of a service with a Go template. */
    String inspect(String service, String template) {
        var container = compose("ps", "-a", "-q", service).orFail().strip();
        return run(folder, List.of("docker", "inspect", "--format", template, container))
                .orFail()
                .strip();
    }

    @Override
    public void close() {
        compose("down", "--volumes").orFail();
    }

    private List<String> compose() {
        var command = new ArrayList<>(List.of(
                COMPOSE,
                "--project-name",
                project,
                "--env-file",
                folder.resolve(".env").toString(),
                "--project-directory",
                FOLDER.toAbsolutePath().normalize().toString()));
        FILES.forEach(file ->
                command.addAll(List.of("-f", file.toAbsolutePath().normalize().toString())));
        return command;
    }

    private static Ended bash(Path folder, String commands) {
        return run(folder, List.of("bash", "-euc", commands));
    }

    private static Ended run(Path folder, List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(ENVIRONMENT);
        return Ended.of(builder);
    }
}
