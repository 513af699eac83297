package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Jvm;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.StartFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service as the build packages it, to be run as a plain process.
 *
 * @param folder what the build made of it
 * @param options what its JVM is told
 */
record PackagedService(String name, Path folder, List<String> options) {

    private static final String PROGRAM = "quarkus-run.jar";
    private static final String HEAP = "-Xmx256m";

    /** For the program of this name, in this folder; where there is none, or another JVM made it, the JVM does without. */
    private static final List<String> ARCHIVED_CLASSES = List.of("-XX:SharedArchiveFile=app-cds.jsa", "-Xlog:cds=off");

    /**
     * @param name as people call it
     * @param module the folder that the service was built in
     * @throws StartFailure if it was not
     */
    static PackagedService of(String name, Path module) {
        var folder = module.resolve("target/quarkus-app");
        if (!Files.exists(folder.resolve(PROGRAM))) {
            throw new StartFailure(name + " is not built: there is no " + folder.resolve(PROGRAM));
        }
        return new PackagedService(name, folder, Jvm.QUICK_START);
    }

    /** Takes its time to start, and answers more requests once it has been asked for minutes. */
    PackagedService forLoad() {
        return new PackagedService(name, folder, List.of());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param process the name of the process, which is the name of its file beside the log
     * @param settings by the names of their environment variables, without the port; the profile is {@code local} where
     *     they name no other
     */
    ChildProcess start(String process, Port port, Map<String, String> settings, Path log) {
        var environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "local"));
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port.number()));
        return ChildProcess.start(process, folder, command(), environment, log)
                .awaitReady(URI.create("http://localhost:" + port.number() + "/q/health/ready"));
    }

    /** To be run in its folder. */
    List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(Jvm.program(), HEAP));
        command.addAll(ARCHIVED_CLASSES);
        command.addAll(options);
        command.addAll(List.of("-jar", PROGRAM));
        command.addAll(List.of(arguments));
        return command;
    }
}
