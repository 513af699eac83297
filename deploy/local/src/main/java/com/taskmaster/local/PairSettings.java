package com.taskmaster.local;

import com.taskmaster.backing.Port;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the pair keeps its data and which ports it listens on.
 *
 * @param data the one folder that everything is kept in: the database cluster and the logs
 * @param services what both services are told besides, by the names of the environment variables
 * @param load whether the services are to answer as many requests as they can, and not to start quickly
 */
public record PairSettings(
        Path data,
        Port webapp,
        Port tasksApi,
        Port keycloak,
        Port postgreSql,
        Map<String, String> services,
        boolean load) {

    /** The ports that the README and the profile {@code local} of both services name. */
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

    /** Ports that nobody uses at the moment, for tests. */
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

    /** @param told what both services are told, by the names of the environment variables */
    public PairSettings telling(Map<String, String> told) {
        return new PairSettings(data, webapp, tasksApi, keycloak, postgreSql, told, load);
    }

    /** @param told what both services are told, by the names of the environment variables */
    public PairSettings forLoad(Map<String, String> told) {
        return new PairSettings(data, webapp, tasksApi, keycloak, postgreSql, told, true);
    }

    Path log(String process) {
        return data.resolve("logs").resolve(process + ".log");
    }
}
