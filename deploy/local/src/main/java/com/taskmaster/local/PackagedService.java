package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.StartFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service as the build packages it, to be run as a plain process. */
record PackagedService(String name, Path application) {

    private static final String HEAP = "-Xmx256m";

    /**
     * @param name as people call it
     * @param module the folder that the service was built in
     * @throws StartFailure if it was not
     */
    static PackagedService of(String name, Path module) {
        var application = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(application)) {
            throw new StartFailure(name + " is not built: there is no " + application);
        }
        return new PackagedService(name, application);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param process the name of the process, which is the name of its file beside the log
     * @param settings by the names of their environment variables, without the port; the profile is {@code local} where
     *     they name no other
     */
    ChildProcess start(String process, Port port, Map<String, String> settings, Path log) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-jar",
                application.toString());
        var environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "local"));
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port.number()));
        return ChildProcess.start(process, command, environment, log)
                .awaitReady(URI.create("http://localhost:" + port.number() + "/q/health/ready"));
    }
}
