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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged service, started with a setting missing. */
class RequiredSettingsIT {

    private static final String CHECK = "--check-config";

    /** One of several alternatives, so the table does not call it required. */
    private static final String CREDENTIAL = "quarkus.oidc.credentials.secret";

    private static final String KEY_FILE = "quarkus.oidc.credentials.jwt.key-file";
    private static final Map<String, String> FEDERATED = Map.of("quarkus.oidc.credentials.jwt.source", "bearer");
    private static final String TOKEN_FILE = "quarkus.oidc.credentials.jwt.token-path";

    private static final Map<String, Set<String>> FILES = Map.of(
            "tasks-api-service",
            Set.of(
                    "quarkus.http.ssl.certificate.files",
                    "quarkus.http.ssl.certificate.key-files",
                    "smallrye.jwt.client.tls.certificate.path"),
            "webapp-service",
            Set.of(TOKEN_FILE, "quarkus.tls.provider.trust-store.pem.certs", "quarkus.tls.api.trust-store.pem.certs"));

    /** A row of the table of settings: the key and its default. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]* \\| ([^|]*) \\|");

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "tasks-api-service",
            Map.of(
                    "taskmaster.access-token.issuer", "https://issuer.example",
                    "taskmaster.access-token.audiences", "tasks-api",
                    "taskmaster.access-token.key-set", "https://issuer.example/keys",
                    "taskmaster.resource.identifier", "https://tasks.example",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/tasks",
                    "quarkus.datasource.username", "tasks",
                    "quarkus.datasource.password", "tasks"),
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
                    "jdbc:postgresql://localhost:1/webapp",
                    "quarkus.datasource.username",
                    "webapp",
                    "quarkus.datasource.password",
                    "webapp"));

    private static final Map<String, String> ENTRA = Map.of(
            "taskmaster.entra.tenant", "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21",
            "taskmaster.entra.api-client-id", "6e74172b-be56-4843-9ff4-e66a39bb12e3");

    private static final Set<String> MADE_BY_PROFILE_ENTRA = Set.of(
            "taskmaster.access-token.issuer",
            "taskmaster.access-token.audiences",
            "taskmaster.access-token.key-set",
            "quarkus.oidc.auth-server-url");

    @ParameterizedTest(
            name = "the settings whose absence is tested for {0} are exactly those that its table calls required")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void leavesOutEachRequiredSetting(String service) throws IOException {
        assertThat(settingsThatAre("required", service)).containsExactlyInAnyOrderElementsOf(required(service));
        assertThat(settingsThatAre("entra: required", service)).containsExactlyInAnyOrderElementsOf(ENTRA.keySet());
    }

    /** The service's own settings are checked first, and the framework's only if those are valid. */
    @ParameterizedTest(name = "A05 {0} with {2} settings {1}.* does not start and names each")
    @CsvSource({
        "tasks-api-service, taskmaster, no",
        "tasks-api-service, taskmaster, empty",
        "tasks-api-service, quarkus, no",
        "tasks-api-service, quarkus, empty",
        "webapp-service, taskmaster, no",
        "webapp-service, taskmaster, empty",
        "webapp-service, quarkus, no",
        "webapp-service, quarkus, empty"
    })
    void namesEveryMissingSetting(String service, String prefix, String fault) throws Exception {
        var missing = required(service).stream()
                .filter(setting -> setting.startsWith(prefix))
                .collect(Collectors.toSet());

        assertStopsNaming(service, without(missing, fault, SETTINGS.get(service)), missing, CHECK);
    }

    @ParameterizedTest(name = "A05 in profile entra {0} with {1} settings of Entra ID does not start and names each")
    @CsvSource({"tasks-api-service, no", "tasks-api-service, empty", "webapp-service, no", "webapp-service, empty"})
    void namesEveryMissingSettingOfEntra(String service, String fault) throws Exception {
        assertStopsNaming(
                service, without(ENTRA.keySet(), fault, entraSettings(service)), Set.copyOf(ENTRA.keySet()), CHECK);
    }

    @Test
    @DisplayName("A05 webapp-service without a credential does not start and names one")
    void namesTheMissingCredential() throws Exception {
        var settings = without(Set.of(CREDENTIAL), "no", SETTINGS.get("webapp-service"));

        assertStopsNaming("webapp-service", settings, CREDENTIAL, CHECK);
    }

    @ParameterizedTest(name = "{0} --check-config accepts complete settings, without connecting to the database")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void findsCompleteSettingsComplete(String service) throws Exception {
        var ended = run(service, SETTINGS.get(service), CHECK);

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("The settings are complete").doesNotContain("\tat ", "Listening on");
    }

    @ParameterizedTest(name = "{0} also names a missing {1} when it starts as a service")
    @CsvSource({"tasks-api-service, quarkus.datasource.password", "webapp-service, quarkus.rest-client.tasks-api.url"})
    void namesTheMissingSettingWhenItIsToServe(String service, String setting) throws Exception {
        assertStopsNaming(service, without(Set.of(setting), "no", SETTINGS.get(service)), setting);
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
                arguments(
                        "tasks-api-service",
                        Map.of(
                                "taskmaster.resource.identifier", "https://tasks.example/#top",
                                "taskmaster.access-token.key-set", "http://issuer.example/keys")),
                arguments("tasks-api-service", Map.of("taskmaster.resource.identifier", "http://tasks.example")),
                arguments(
                        "tasks-api-service",
                        Map.of("taskmaster.console.authorization-endpoint", "https://issuer.example/auth")),
                arguments(
                        "webapp-service",
                        Map.of(
                                "taskmaster.session.encryption-key", "too-short",
                                "taskmaster.session.idle-timeout", "1S",
                                "taskmaster.client.timeout", "0S")),
                arguments("webapp-service", Map.of("taskmaster.client.certificate", "of-no-key.pem")),
                arguments("webapp-service", Map.of("quarkus.oidc.auth-server-url", "http://issuer.example")));
    }

    @ParameterizedTest(name = "{0} --check-config names each of the wrong settings {1}")
    @MethodSource("wrongSettings")
    void namesEveryWrongSettingWhenItOnlyChecks(String service, Map<String, String> wrong) throws Exception {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.putAll(wrong);

        assertStopsNaming(service, settings, wrong.keySet(), CHECK);
    }

    @ParameterizedTest(name = "webapp-service --check-config names {0} if its file is {1}")
    @CsvSource({
        KEY_FILE + ", missing",
        KEY_FILE + ", something else",
        "taskmaster.client.certificate, missing",
        "taskmaster.client.certificate, something else"
    })
    void namesTheSettingWhoseFileIsOfNoUse(String setting, String fault, @TempDir Path folder) throws Exception {
        var settings = without(Set.of(CREDENTIAL), "no", SETTINGS.get("webapp-service"));
        settings.put(KEY_FILE, keyIn(folder));
        settings.put(setting, file(fault, folder));

        assertStopsNaming("webapp-service", settings, setting, CHECK);
    }

    @ParameterizedTest(
            name = "{0} --check-config names each setting whose file the framework would read, if the file is {1}")
    @CsvSource({
        "tasks-api-service, missing",
        "tasks-api-service, empty",
        "tasks-api-service, -----BEGIN PUBLIC KEY-----",
        "webapp-service, missing",
        "webapp-service, empty"
    })
    void namesEverySettingWhoseFileIsOfNoUse(String service, String fault, @TempDir Path folder) throws Exception {
        var settings = without(Set.of(CREDENTIAL), "no", SETTINGS.get(service));
        settings.putAll(service.equals("webapp-service") ? FEDERATED : Map.of());
        for (var setting : FILES.get(service)) {
            settings.put(setting, file(fault, folder));
        }

        assertStopsNaming(service, settings, FILES.get(service), CHECK);
    }

    @Test
    void namesTheSettingOfATokenThatIsInNoFile() throws Exception {
        var settings = without(Set.of(CREDENTIAL), "no", SETTINGS.get("webapp-service"));
        settings.putAll(FEDERATED);

        assertStopsNaming("webapp-service", settings, TOKEN_FILE, CHECK);
    }

    @Test
    void findsAFederatedCredentialComplete(@TempDir Path folder) throws Exception {
        var settings = without(Set.of(CREDENTIAL), "no", SETTINGS.get("webapp-service"));
        settings.putAll(FEDERATED);
        settings.put(TOKEN_FILE, file("something else", folder));

        var ended = run("webapp-service", settings, CHECK);

        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    @ParameterizedTest(name = "{0} does not start if its database does not respond, and names the setting")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void namesTheAddressOfNoDatabase(String service) throws Exception {
        assertStopsNaming(service, SETTINGS.get(service), "quarkus.datasource.jdbc.url");
    }

    @ParameterizedTest(name = "{0} does not start if its database rejects it, and names the settings")
    @ValueSource(strings = {"tasks-api-service", "webapp-service"})
    void namesTheCredentialsThatTheDatabaseRefuses(String service, @TempDir Path folder) throws Exception {
        try (var postgreSql = PostgreSql.start(
                folder.resolve("data"), folder.resolve("log"), Port.free("PostgreSQL"), List.of("tasks"))) {
            var settings = new LinkedHashMap<>(SETTINGS.get(service));
            settings.put("quarkus.datasource.jdbc.url", postgreSql.jdbcUrl("tasks"));
            settings.put("quarkus.datasource.username", "tasks");
            settings.put("quarkus.datasource.password", "wrong");

            assertStopsNaming(
                    service, settings, Set.of("quarkus.datasource.username", "quarkus.datasource.password", "tasks"));
        }
    }

    private static List<String> settingsThatAre(String needed, String service) throws IOException {
        var table = Files.readString(Path.of("../settings/settings.md"))
                .split("## " + service + "\n", 2)[1]
                .split("\n## ", 2)[0];
        return ROW.matcher(table)
                .results()
                .filter(row -> List.of(row.group(2).split("<br>")).contains(needed))
                .map(row -> row.group(1))
                .toList();
    }

    private static Set<String> required(String service) {
        return SETTINGS.get(service).keySet().stream()
                .filter(setting -> !setting.equals(CREDENTIAL))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> without(Set<String> missing, String fault, Map<String, String> complete) {
        var settings = new LinkedHashMap<>(complete);
        missing.forEach(setting -> settings.put(setting, ""));
        if (fault.equals("no")) {
            settings.keySet().removeAll(missing);
        }
        return settings;
    }

    /** The path of a file that is missing, is empty, or has the wrong content. */
    private static String file(String fault, Path folder) throws IOException {
        var file = folder.resolve("file.pem");
        if (!fault.equals("missing")) {
            Files.writeString(file, fault.equals("empty") ? "" : fault);
        }
        return file.toString();
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

    /** Without the settings that the profile derives from others. */
    private static Map<String, String> entraSettings(String service) {
        var settings = new LinkedHashMap<>(SETTINGS.get(service));
        settings.keySet().removeIf(MADE_BY_PROFILE_ENTRA::contains);
        settings.putAll(ENTRA);
        settings.put("quarkus.profile", "entra");
        return settings;
    }

    private static void assertStopsNaming(
            String service, Map<String, String> settings, String setting, String... arguments) {
        assertStopsNaming(service, settings, Set.of(setting), arguments);
    }

    private static void assertStopsNaming(
            String service, Map<String, String> settings, Set<String> faults, String... arguments) {
        var ended = run(service, settings, arguments);

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains(faults).doesNotContain("\tat ");
    }

    private static Ended run(String service, Map<String, String> settings, String... arguments) {
        var built = PackagedService.of(service, Path.of("../..", service));
        var command = new ArrayList<>(built.program());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(built.folder().toFile());
        settings.forEach((name, value) -> builder.environment().put(environmentVariable(name), value));
        return Ended.of(builder);
    }

    /** The environment variable of a setting (MicroProfile Config, "Environment Variables Mapping Rules"). */
    private static String environmentVariable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
