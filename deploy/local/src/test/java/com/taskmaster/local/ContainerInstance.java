package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Jvm;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.StartFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of several running instances of a service, as a container in the host network.
 *
 * @param process the engine's client, which passes signals on to the container and ends with it
 */
record ContainerInstance(String container, ChildProcess process, Port port, Path log) implements Instance {

    /**
     * Starts the container and waits until the service is ready.
     *
     * @param settings environment variables, without the port; the profile is {@code local}
     */
    static ContainerInstance start(String name, String image, Map<String, String> settings, Path log) {
        var port = Port.free(name);
        var environment = new HashMap<>(settings);
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port.number()));
        environment.put("JAVA_TOOL_OPTIONS", String.join(" ", Jvm.QUICK_START));
        var container = "taskmaster-it-" + name + "-" + port.number();
        var process = ChildProcess.start(name, command(image, container, environment.keySet()), environment, log);
        var instance = new ContainerInstance(container, process, port, log);
        try {
            process.awaitReady(instance.address().resolve("/q/health/ready"));
            return instance;
        } catch (StartFailure e) {
            instance.close();
            throw e;
        }
    }

    /** Removes the container, which would keep running if only the client were killed. */
    @Override
    public void kill() {
        ContainerEngine.docker("rm", "--force", container);
        process.onStop().join();
    }

    @Override
    public void close() {
        process.close();
        kill();
    }

    /** Names the variables only; the client takes the values from its environment. */
    private static List<String> command(String image, String container, Set<String> variables) {
        var options = variables.stream()
                .map(variable -> "--env " + variable)
                .collect(Collectors.joining(" ", "--name " + container + " --network host ", ""));
        return List.of("bash", "-euc", "exec " + Images.run(image, options));
    }
}
