package com.taskmaster.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The images of both services, made of what this build has packaged, by the commands of their README. The environment may
 * name another base image than the published one: {@code BASE}.
 */
final class Images {

    static final String WEBAPP = "taskmaster-it/webapp-service:it";
    static final String TASKS_API = "taskmaster-it/tasks-api-service:it";

    private static final Path PAGE = Path.of("../images/README.md");
    private static final String OPTIONS_AND_IMAGE =
            "--publish 127.0.0.1:8080:8080 --env-file webapp.env taskmaster/webapp-service:jvm";
    private static final Path LOCK = Path.of("target/images.lock");

    private Images() {}

    /** One process of a build at a time: the next one finds every layer in the cache of the engine. */
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
     * The command to run an image in the foreground, under the restrictions of the README.
     *
     * @param options of {@code docker run}, in place of those for the network and the settings
     */
    static String run(String image, String options) {
        return Documented.commands(PAGE, "How to run the images")
                .get(0)
                .replace(OPTIONS_AND_IMAGE, options + " " + image);
    }
}
