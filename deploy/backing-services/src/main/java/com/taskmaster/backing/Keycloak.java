package com.taskmaster.backing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A Keycloak server with this project's realm, on the loopback interface. */
public final class Keycloak implements AutoCloseable {

    /** The administrator's name and password. */
    public static final String ADMINISTRATOR = "admin";

    /** The web app's client secret for demonstrations, development and tests. */
    public static final String DEMO_SECRET = "taskmaster-webapp-demo-secret";

    /** The serial collector, because the threads of the one that Keycloak selects are not worth their cost here. */
    private static final String JAVA_OPTIONS = String.join(" ", Jvm.QUICK_START) + " -XX:-UseG1GC -XX:+UseSerialGC";

    /**
     * Weak password hashing, because the passwords are well known and strong hashing would be most of a sign-in's work.
     */
    private static final List<String> QUICK_SIGN_IN =
            List.of("--spi-password-hashing--argon2--iterations=1", "--spi-password-hashing--argon2--memory=1024");

    /** The files of {@code deploy/identity/keycloak}, with the names that Keycloak's import expects. */
    private static final List<String> REALM_FILES = List.of("taskmaster-realm.json", "taskmaster-users-0.json");

    private final ChildProcess process;
    private final URI address;

    private Keycloak(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Whether {@link #prepare} has nothing left to do. */
    public static boolean isPrepared() {
        return Files.exists(preparedCluster());
    }

    /**
     * Builds the server for PostgreSQL and creates its tables, which is most of the work of a first start. Runs once
     * for each unpacked distribution and takes about a minute.
     *
     * <p>Concurrent callers wait, in this JVM and in others.
     */
    public static synchronized void prepare(Path log) {
        try (var distribution = FileChannel.open(home().resolve("lock"), CREATE, WRITE)) {
            distribution.lock();
            if (!isPrepared()) {
                build(log);
                prepareCluster(log);
            }
            copyRealmFiles();
        } catch (IOException e) {
            throw new StartFailure("Keycloak cannot be prepared in " + home(), e);
        }
    }

    /**
     * Initializes a new database cluster with the tables that {@link #prepare} has created; an existing one is left
     * unchanged. The folder appears only when it is complete.
     *
     * @param data the folder of the cluster
     */
    public static void beginCluster(Path data) {
        if (Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(preparedCluster())) {
            Files.createDirectories(data.getParent());
            var folder = Files.createTempDirectory(data.getParent(), "cluster-");
            var copy = folder.resolve("data");
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(preparedCluster().relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(copy, data);
            Files.delete(folder);
        } catch (IOException e) {
            throw new StartFailure("The folder " + data + " cannot be written to", e);
        }
    }

    /**
     * Starts the server, and imports the realm if the database does not contain it yet.
     *
     * @param database the JDBC URL of a database named {@code keycloak}, whose owner has the same name and password
     * @param realm values for the placeholders in the realm file
     */
    public static Keycloak start(Port port, String database, Map<String, String> realm, Path log) {
        prepare(log);
        var keycloak = start(port, database, realm, List.of("--import-realm"), log);
        keycloak.process.awaitReady(keycloak.issuer());
        return keycloak;
    }

    private static Keycloak start(
            Port port, String database, Map<String, String> realm, List<String> options, Path log) {
        port.requireFree();
        var address = URI.create("http://localhost:" + port.number());
        var environment = new HashMap<>(realm);
        environment.put("JAVA_OPTS_APPEND", JAVA_OPTIONS);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
        environment.put("KC_DB_URL", database);
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", "keycloak");
        var command = command(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port.number(),
                "--hostname=" + address);
        command.addAll(QUICK_SIGN_IN);
        command.addAll(options);
        return new Keycloak(ChildProcess.start("keycloak", command, environment, log), address);
    }

    public URI address() {
        return address;
    }

    /** The issuer identifier of the realm (OpenID Connect Discovery §2). */
    public URI issuer() {
        return address.resolve("/realms/taskmaster");
    }

    public CompletableFuture<StartFailure> onStop() {
        return process.onStop();
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(home().resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void build(Path log) {
        try (var build = ChildProcess.start(
                "keycloak-build", command("build", "--db=postgres"), Map.of("JAVA_OPTS_APPEND", JAVA_OPTIONS), log)) {
            build.awaitSuccess();
        }
    }

    /** The prepared cluster appears only when it is complete. */
    private static void prepareCluster(Path log) throws IOException {
        var folder = Files.createTempDirectory(home(), "cluster-");
        var data = folder.resolve("data");
        try (var postgreSql = PostgreSql.start(data, log, Port.free("PostgreSQL"), List.of("keycloak"));
                var keycloak = start(Port.free("Keycloak"), postgreSql.jdbcUrl("keycloak"), Map.of(), List.of(), log)) {
            keycloak.process.awaitReady(keycloak.address.resolve("/realms/master"));
        }
        Files.move(data, preparedCluster());
        Files.delete(folder);
    }

    /** Does not touch identical files, because another server may be reading them. */
    private static void copyRealmFiles() throws IOException {
        var folder = Files.createDirectories(home().resolve("data/import"));
        for (var name : REALM_FILES) {
            var source = Installation.ofThisBuild().realm().resolve(name);
            var target = folder.resolve(name);
            if (Files.notExists(target) || Files.mismatch(source, target) >= 0) {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Keycloak's command-line tool for administrators. */
    public static Path kcadm() {
        return home().resolve("bin/kcadm.sh");
    }

    private static Path home() {
        return Installation.ofThisBuild().keycloak();
    }

    private static Path preparedCluster() {
        return home().resolve("prepared-cluster");
    }
}
