package com.taskmaster.benchmark;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Keycloak;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code mvn -Pbenchmark}: fills a database once, then measures the service and its two limits in one session. */
public final class Benchmark {

    private static final String HEAP = "-Xmx256m";

    private final Path data;
    private final Path repository;

    private Benchmark(Path module) {
        this.data = module.resolve("data");
        this.repository = module.resolve("../..").normalize();
    }

    /** @param arguments the folder of this module */
    public static void main(String... arguments) throws IOException {
        new Benchmark(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        Files.createDirectories(log("any").getParent());
        ChildProcess.endLeftovers(log("any").getParent());
        var keycloakPort = Port.free("Keycloak");
        var apiPort = Port.free("the Tasks API");
        if (!Keycloak.isPrepared()) {
            Keycloak.prepare(log("keycloak"));
        }
        try (var postgreSql = PostgreSql.start(
                        data.resolve("postgresql"),
                        log("postgresql"),
                        Port.free("PostgreSQL"),
                        List.of("keycloak", "tasks"));
                var keycloak = Keycloak.start(
                        keycloakPort,
                        postgreSql.jdbcUrl("keycloak"),
                        Map.of("TASKMASTER_WEBAPP_SECRET", Keycloak.DEMO_SECRET),
                        log("keycloak"));
                var api = startTasksApi(apiPort, postgreSql, keycloak)) {
            var tokens = new Tokens(keycloak);
            var database = new Dataset(postgreSql.jdbcUrl("tasks"), tokens.issuer());
            database.fill();
            new Measurements(URI.create("http://localhost:" + apiPort.number()), api.handle(), tokens, database, data)
                    .run();
        }
    }

    private ChildProcess startTasksApi(Port port, PostgreSql postgreSql, Keycloak keycloak) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dquarkus.profile=local",
                "-jar",
                repository
                        .resolve("tasks-api-service/target/quarkus-app/quarkus-run.jar")
                        .toString());
        return ChildProcess.start(
                        "tasks-api-service",
                        command,
                        Map.of(
                                "QUARKUS_HTTP_PORT", String.valueOf(port.number()),
                                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
                                "QUARKUS_DATASOURCE_JDBC_URL", postgreSql.jdbcUrl("tasks"),
                                "TASKMASTER_RATE_LIMIT_ENABLED", "false",
                                "TASKMASTER_ACCESS_TOKEN_ISSUER",
                                        keycloak.issuer().toString()),
                        log("tasks-api-service"))
                .awaitReady(URI.create("http://localhost:" + port.number() + "/q/health/ready"));
    }

    private Path log(String process) {
        return data.resolve("logs").resolve(process + ".log");
    }
}
