package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Jvm;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A service packaged by the last build, for the JVM or as a native executable, to be run as a plain process.
 *
 * @param kind {@code jvm} or {@code native}
 * @param folder the working directory
 * @param program the command to start it in that folder
 */
record PackagedService(String name, String kind, Path folder, List<String> program) {

    static final String NATIVE = "native";

    /** The build's description of its result. */
    private static final String ARTIFACT = "quarkus-artifact.properties";

    private static final String HEAP = "-Xmx256m";

    /** The JVM's default in a container with so little memory. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /**
     * Valid for an application of this name in this folder; if the archive is missing or of another JVM, the JVM
     * ignores it.
     */
    private static final List<String> ARCHIVED_CLASSES = List.of("-XX:SharedArchiveFile=app-cds.jsa", "-Xlog:cds=off");

    /**
     * @param name the name for messages
     * @param module the folder in which the service was built
     * @throws StartFailure if it was not built
     */
    static PackagedService of(String name, Path module) {
        var target = module.resolve("target").toAbsolutePath();
        var artifact = artifact(target.resolve(ARTIFACT));
        var file = target.resolve(artifact.getProperty("path", ARTIFACT));
        if (artifact.isEmpty() || !Files.exists(file)) {
            throw new StartFailure(name + " is not built: there is no " + file);
        }
        return artifact.getProperty("type").equals(NATIVE)
                ? new PackagedService(name, NATIVE, file.getParent(), List.of(file.toString(), HEAP))
                : new PackagedService(
                        name, "jvm", file.getParent(), jvm(file.getFileName().toString()));
    }

    /** Starts more slowly, but reaches a higher throughput after some minutes of load. */
    PackagedService forLoad() {
        var patient = new ArrayList<>(program);
        patient.removeAll(Jvm.QUICK_START);
        return new PackagedService(name, kind, folder, patient);
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param process the name of the process and of its file beside the log
     * @param settings environment variables, without the port; the default profile is {@code local}
     */
    ChildProcess start(String process, Port port, Map<String, String> settings, Path log) {
        var environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "local"));
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port.number()));
        return ChildProcess.start(process, folder, program, environment, log)
                .awaitReady(URI.create("http://localhost:" + port.number() + "/q/health/ready"));
    }

    private static List<String> jvm(String application) {
        var command = new ArrayList<>(List.of(Jvm.program(), HEAP, COLLECTOR));
        command.addAll(ARCHIVED_CLASSES);
        command.addAll(Jvm.QUICK_START);
        command.addAll(List.of("-jar", application));
        return command;
    }

    private static Properties artifact(Path file) {
        var artifact = new Properties();
        if (Files.exists(file)) {
            try (var lines = Files.newBufferedReader(file)) {
                artifact.load(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return artifact;
    }
}
