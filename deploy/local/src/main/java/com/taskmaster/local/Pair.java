package com.taskmaster.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Keycloak;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import com.taskmaster.backing.StartFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** PostgreSQL, Keycloak, the Tasks API and the web app, started in this order and stopped in reverse. */
public final class Pair implements AutoCloseable {

    private final PairSettings settings;
    private final Steps steps;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final List<CompletableFuture<StartFailure>> crashes = new ArrayList<>();
    private final Map<String, ChildProcess> services = new HashMap<>();
    private PostgreSql postgreSql;
    private Keycloak keycloak;

    private Pair(PairSettings settings, Steps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * @param repository the folder that contains both built services
     * @throws StartFailure with a message that names the obstacle; everything started before is stopped
     */
    public static Pair start(PairSettings settings, Path repository, Steps steps) {
        var tasksApi = PackagedService.of("Tasks API", repository.resolve("tasks-api-service"));
        var webapp = PackagedService.of("Web app", repository.resolve("webapp-service"));
        return starting(settings, steps, pair -> {
            pair.startBackingServices();
            pair.startTasksApi(tasksApi);
            pair.startWebapp(webapp);
        });
    }

    /** Starts only Keycloak and PostgreSQL, for services that run in dev mode. */
    public static Pair startBackingServices(PairSettings settings, Steps steps) {
        return starting(settings, steps, Pair::startBackingServices);
    }

    /** Whether the Tasks API and the web app run as well. */
    public boolean hasServices() {
        return !services.isEmpty();
    }

    /** The JDBC URL of the Tasks API's database. */
    public String database() {
        return postgreSql.jdbcUrl("tasks");
    }

    /** The JDBC URL of the web app's database. */
    String webappDatabase() {
        return postgreSql.jdbcUrl("webapp");
    }

    /** The environment variables that an instance of the web app needs. */
    Map<String, String> webappSettings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", webappDatabase(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString(),
                "QUARKUS_REST_CLIENT_TASKS_API_URL", tasksApi().toString());
    }

    /** The environment variables that an instance of the Tasks API needs. */
    Map<String, String> tasksApiSettings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database(),
                "TASKMASTER_RESOURCE_IDENTIFIER", tasksApi().toString(),
                "TASKMASTER_ACCESS_TOKEN_ISSUER", issuer().toString());
    }

    public URI webapp() {
        return URI.create("http://localhost:" + settings.webapp().number());
    }

    public URI tasksApi() {
        return URI.create("http://localhost:" + settings.tasksApi().number());
    }

    public URI keycloak() {
        return keycloak.address();
    }

    public URI issuer() {
        return keycloak.issuer();
    }

    /** The log of {@code webapp-service}, {@code tasks-api-service}, {@code keycloak} or {@code postgresql}. */
    public Path log(String process) {
        return settings.log(process);
    }

    /** The process of {@code webapp-service} or {@code tasks-api-service}. */
    public ProcessHandle process(String service) {
        return services.get(service).handle();
    }

    /** Completes when a process stops unexpectedly. */
    public CompletableFuture<StartFailure> onCrash() {
        return CompletableFuture.anyOf(crashes.toArray(CompletableFuture[]::new))
                .thenApply(StartFailure.class::cast);
    }

    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Pair starting(PairSettings settings, Steps steps, Consumer<Pair> start) {
        var pair = new Pair(settings, steps);
        try {
            pair.prepareData();
            start.accept(pair);
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private void prepareData() {
        var logs = settings.log("any").getParent();
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new StartFailure("The folder " + logs + " cannot be created", e);
        }
        if (!Files.isWritable(settings.data()) || !Files.isWritable(logs)) {
            throw new StartFailure("The folder " + settings.data() + " cannot be written to");
        }
        keepOthersOut();
        ChildProcess.endLeftovers(logs);
    }

    /**
     * A file lock, which the operating system releases even if its owner is killed. Whoever holds it may end leftover
     * processes.
     */
    private void keepOthersOut() {
        try {
            var lock = FileChannel.open(settings.data().resolve("lock"), CREATE, WRITE);
            stops.push(() -> close(lock));
            if (lock.tryLock() == null) {
                throw new StartFailure(
                        "The folder " + settings.data() + " is in use: the pair is already running; stop it first");
            }
        } catch (IOException e) {
            throw new StartFailure("The folder " + settings.data() + " cannot be locked", e);
        }
    }

    private static void close(Closeable lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts with the data it had when it was stopped. */
    void startPostgreSql() {
        postgreSql = steps.take(
                "PostgreSQL",
                () -> PostgreSql.start(
                        cluster(),
                        settings.log("postgresql"),
                        settings.postgreSql(),
                        List.of("keycloak", "tasks", "webapp")));
    }

    void stopPostgreSql() {
        steps.take("PostgreSQL stopped", postgreSql::close);
    }

    private void startBackingServices() {
        if (!Keycloak.isPrepared()) {
            steps.take("Keycloak prepared, once", () -> Keycloak.prepare(settings.log("keycloak")));
        }
        Keycloak.beginCluster(cluster());
        startPostgreSql();
        stops.push(this::stopPostgreSql);
        keycloak = steps.take(
                "Keycloak",
                () -> Keycloak.start(
                        settings.keycloak(),
                        postgreSql.jdbcUrl("keycloak"),
                        Map.of(
                                "TASKMASTER_WEBAPP_URL", webapp().toString(),
                                "TASKMASTER_WEBAPP_SECRET", Keycloak.DEMO_SECRET,
                                "TASKMASTER_API_URL", tasksApi().toString()),
                        settings.log("keycloak")));
        stops.push(() -> steps.take("Keycloak stopped", keycloak::close));
        crashes.add(keycloak.onStop());
    }

    private void startTasksApi(PackagedService service) {
        startService(service, "tasks-api-service", settings.tasksApi(), tasksApiSettings());
    }

    private void startWebapp(PackagedService service) {
        startService(service, "webapp-service", settings.webapp(), webappSettings());
    }

    private void startService(PackagedService service, String process, Port port, Map<String, String> environment) {
        port.requireFree();
        var name = service.name();
        var all = new HashMap<>(environment);
        all.putAll(settings.services());
        var running = steps.take(name, () -> (settings.load() ? service.forLoad() : service)
                .start(process, port, all, settings.log(process)));
        stops.push(() -> steps.take(name + " stopped", running::close));
        crashes.add(running.onStop());
        services.put(process, running);
    }

    private Path cluster() {
        return settings.data().resolve("postgresql");
    }
}
