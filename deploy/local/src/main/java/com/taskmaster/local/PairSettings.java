package com.taskmaster.local;

import com.taskmaster.backing.Port;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which the servers keep their data, and the ports they listen on.
 *
 * @param data the folder for all data: the database cluster and the logs
 * @param services additional environment variables for both services
 * @param load whether the services are optimized for throughput instead of a quick start
 */
public record PairSettings(
        Path data,
        Port webapp,
        Port tasksApi,
        Port keycloak,
        Port postgreSql,
        Map<String, String> services,
        boolean load) {

    /** The ports in the README and in profile {@code local} of both services. */
    public static PairSettings standard(Path data) {
        return new PairSettings(
                data,
                new Port("the web app", 8080),
                new Port("the Tasks API", 8081),
                new Port("Keycloak", 8180),
                new Port("PostgreSQL", 15432),
                Map.of(),
                false);
    }

    /** Ports that are free at the moment, for tests. */
    public static PairSettings onFreePorts(Path data) {
        return new PairSettings(
                data,
                Port.free("the web app"),
                Port.free("the Tasks API"),
                Port.free("Keycloak"),
                Port.free("PostgreSQL"),
                Map.of(),
                false);
    }

    /** @param told environment variables for both services */
    public PairSettings telling(Map<String, String> told) {
        return new PairSettings(data, webapp, tasksApi, keycloak, postgreSql, told, load);
    }

    /** @param told environment variables for both services */
    public PairSettings forLoad(Map<String, String> told) {
        return new PairSettings(data, webapp, tasksApi, keycloak, postgreSql, told, true);
    }

    Path log(String process) {
        return data.resolve("logs").resolve(process + ".log");
    }
}
