package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import com.taskmaster.backing.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged service, started as an operator would who forgot one setting. */
class RequiredSettingsIT {

    private static final String CHECK = "--check-config";

    /** One way of several, so that it is missed only when all of them are looked at: behind the database. */
    private static final String CREDENTIAL = "quarkus.oidc.credentials.secret";

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "tasks-api-service",
            Map.of(
                    "taskmaster.access-token.issuer", "https://issuer.example",
                    "taskmaster.access-token.audiences", "tasks-api",
                    "taskmaster.access-token.key-set", "https://issuer.example/keys",
                    "taskmaster.resource.identifier", "https://tasks.example",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/tasks"),
            "webapp-service",
            Map.of(
                    "quarkus.oidc.auth-server-url",
                    "https://issuer.example",
                    "quarkus.oidc.client-id",
                    "taskmaster-webapp",
                    CREDENTIAL,
                    "a-secret",
                    "taskmaster.session.encryption-key",
                    "x".repeat(32),
                    "quarkus.rest-client.tasks-api.url",
                    "https://tasks.example",
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://localhost:1/webapp"));

    private static final Map<String, String> ENTRA = Map.of(
            "taskmaster.entra.tenant", "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21",
            "taskmaster.entra.api-client-id", "6e74172b-be56-4843-9ff4-e66a39bb12e3");

    private static final Set<String> MADE_BY_PROFILE_ENTRA = Set.of(
            "taskmaster.access-token.issuer",
            "taskmaster.access-token.audiences",
            "taskmaster.access-token.key-set",
            "quarkus.oidc.auth-server-url");

    static Stream<Arguments> services() {
        return SETTINGS.entrySet().stream().flatMap(service -> service.getValue().keySet().stream()
                .filter(setting -> !setting.equals(CREDENTIAL))
                .sorted()
                .map(setting -> Arguments.of(service.getKey(), setting)));
    }

    @ParameterizedTest(name = "A05 {0} without {1} does not start and names it")
    @MethodSource("services")
    void namesTheMissingSetting(String service, String setting) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.remove(setting);

        assertStopsNaming(service, settings, setting);
    }

    @ParameterizedTest(name = "A05 {0} with an empty {1} does not start and names it")
    @MethodSource("services")
    void namesTheEmptySetting(String service, String setting) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.put(setting, "");

        assertStopsNaming(service, settings, setting);
    }

    static Stream<Arguments> settingsOfEntra() {
        return SETTINGS.keySet().stream()
                .sorted()
                .flatMap(service -> ENTRA.keySet().stream().sorted().map(setting -> Arguments.of(service, setting)));
    }

    @ParameterizedTest(name = "A05 in profile entra {0} without {1} does not start and names it")
    @MethodSource("settingsOfEntra")
    void namesTheMissingSettingOfEntra(String service, String setting) throws Exception {
        var settings = entraSettings(service);
        settings.remove(setting);

        assertStopsNaming(service, settings, setting);
    }

    @ParameterizedTest(name = "A05 in profile entra {0} with an empty {1} does not start and names it")
    @CsvSource({
        "tasks-api-service, taskmaster.entra.tenant",
        "webapp-service, taskmaster.entra.tenant",
        "webapp-service, taskmaster.entra.api-client-id"
    })
    void namesTheEmptySettingOfEntra(String service, String setting) throws Exception {
        var settings = entraSettings(service);
        settings.put(setting, "");

        assertStopsNaming(service, settings, setting);
    }

    @ParameterizedTest(name = "{0} --check-config finds complete settings complete, and asks no database")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void findsCompleteSettingsComplete(String service) throws Exception {
        var ended = run(service, SETTINGS.get(service), CHECK);

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("The settings are complete").doesNotContain("\tat ", "Listening on");
    }

    @ParameterizedTest(name = "{0} --check-config names a missing {1}")
    @CsvSource({"tasks-api-service, taskmaster.resource.identifier", "webapp-service, quarkus.rest-client.tasks-api.url"
    })
    void namesTheMissingSettingWhenItOnlyChecks(String service, String setting) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.remove(setting);

        assertStopsNaming(service, settings, setting, CHECK);
    }

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                arguments(
                        "tasks-api-service",
                        Map.of(
                                "taskmaster.trash.retention", "soon",
                                "taskmaster.resource.identifier", "tasks.example",
                                "taskmaster.access-token.key-set", "issuer.example/keys",
                                "taskmaster.rate-limit.requests", "0")),
                arguments(
                        "tasks-api-service",
                        Map.of(
                                "taskmaster.trash.retention", "0S",
                                "taskmaster.resource.identifier", "/tasks",
                                "taskmaster.access-token.key-set", "keys")),
                arguments(
                        "tasks-api-service",
                        Map.of(
                                "taskmaster.trash.retention", "-30D",
                                "taskmaster.resource.identifier", "https://tasks.example/?tenant=1",
                                "taskmaster.access-token.key-set", "https:///keys")),
                arguments("tasks-api-service", Map.of("taskmaster.resource.identifier", "https://tasks.example/#top")),
                arguments(
                        "webapp-service",
                        Map.of(
                                "taskmaster.session.encryption-key", "too-short",
                                "taskmaster.session.idle-timeout", "1S",
                                "taskmaster.client.timeout", "0S")),
                arguments("webapp-service", Map.of("taskmaster.client.certificate", "of-no-key.pem")));
    }

    @ParameterizedTest(name = "{0} --check-config names each of {1}, which are wrong")
    @MethodSource("wrongSettings")
    void namesEveryWrongSettingWhenItOnlyChecks(String service, Map<String, String> wrong) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.putAll(wrong);

        assertStopsNaming(service, settings, wrong.keySet(), CHECK);
    }

    @ParameterizedTest(name = "webapp-service --check-config names {0} where its file is {1}")
    @CsvSource({
        "quarkus.oidc.credentials.jwt.key-file, missing",
        "quarkus.oidc.credentials.jwt.key-file, something else",
        "taskmaster.client.certificate, missing",
        "taskmaster.client.certificate, something else"
    })
    void namesTheSettingWhoseFileIsOfNoUse(String setting, String fault, @TempDir Path folder) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get("webapp-service"));
        settings.remove(CREDENTIAL);
        settings.put("quarkus.oidc.credentials.jwt.key-file", keyIn(folder));
        var file = folder.resolve("file.pem");
        if (fault.equals("something else")) {
            Files.writeString(file, "something else");
        }
        settings.put(setting, file.toString());

        assertStopsNaming("webapp-service", settings, setting, CHECK);
    }

    @ParameterizedTest(name = "{0} does not start where its database does not answer, and names the setting")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void namesTheAddressOfNoDatabase(String service) throws Exception {
        assertStopsNaming(service, SETTINGS.get(service), "quarkus.datasource.jdbc.url");
    }

    @ParameterizedTest(name = "{0} does not start where its database refuses it, and names the settings")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void namesTheCredentialsThatTheDatabaseRefuses(String service, @TempDir Path folder) throws Exception {
        try (var postgreSql = PostgreSql.start(
                folder.resolve("data"), folder.resolve("log"), Port.free("PostgreSQL"), List.of("tasks"))) {
            var settings = new LinkedHashMap<>(SETTINGS.get(service));
            settings.put("quarkus.datasource.jdbc.url", postgreSql.jdbcUrl("tasks"));
            settings.put("quarkus.datasource.username", "nobody");

            assertStopsNaming(
                    service, settings, Set.of("quarkus.datasource.username", "quarkus.datasource.password", "nobody"));
        }
    }

    private static String keyIn(Path folder) throws IOException {
        var key = SelfSigned.named("webapp-service").getPrivateKey().getEncoded();
        var file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        return file.toString();
    }

    /** What the profile makes of its own is not set. */
    private static Map<String, String> entraSettings(String service) {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.keySet().removeIf(MADE_BY_PROFILE_ENTRA::contains);
        settings.putAll(ENTRA);
        settings.put("quarkus.profile", "entra");
        return settings;
    }

    private static void assertStopsNaming(
            String service, Map<String, String> settings, String setting, String... arguments)
            throws IOException, InterruptedException {
        assertStopsNaming(service, settings, Set.of(setting), arguments);
    }

    private static void assertStopsNaming(
            String service, Map<String, String> settings, Set<String> faults, String... arguments)
            throws IOException, InterruptedException {
        var ended = run(service, settings, arguments);

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains(faults).doesNotContain("\tat ");
    }

    private static Ended run(String service, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var built = PackagedService.of(service, Path.of("../..", service));
        var command = new ArrayList<>(built.program());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(built.folder().toFile());
        settings.forEach((name, value) -> builder.environment().put(environmentVariable(name), value));
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), output);
    }

    /** As containers are told (MicroProfile Config, environment variables mapping rules). */
    private static String environmentVariable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private record Ended(int exitCode, String output) {}
}
