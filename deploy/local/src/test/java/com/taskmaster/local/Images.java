package com.taskmaster.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The images of both services, built from this build's packages by the commands of the images' README. The environment variable
 * {@code BASE} may name another base image.
 */
final class Images {

    static final String WEBAPP = "taskmaster-it/webapp-service:it";
    static final String TASKS_API = "taskmaster-it/tasks-api-service:it";

    private static final Path PAGE = Path.of("../images/README.md");
    private static final String OPTIONS_AND_IMAGE =
            "--publish 127.0.0.1:8080:8080 --env-file webapp.env taskmaster/webapp-service:jvm";
    private static final Path LOCK = Path.of("target/images.lock");

    private Images() {}

    /** Lets one process build at a time; the others then find all layers in the engine's cache. */
    static void build() throws IOException {
        var kind =
                PackagedService.of("Web app", Path.of("../../webapp-service")).kind();
        var commands = Documented.commands(PAGE, "Images")
                .get(1)
                .replace("kind=jvm", "kind=" + kind)
                .replace("$service:$kind", "$service:it")
                .replace("-t taskmaster/", "-t taskmaster-it/");
        try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            Ended.of(new ProcessBuilder("bash", "-euc", commands)
                            .directory(Path.of("../..").toFile()))
                    .orFail();
        }
    }

    /**
     * The command of the README that runs an image in the foreground, with its restrictions.
     *
     * @param options of {@code docker run}, replacing those for the network and the settings
     */
    static String run(String image, String options) {
        return Documented.commands(PAGE, "How to run the images")
                .get(0)
                .replace(OPTIONS_AND_IMAGE, options + " " + image);
    }
}
