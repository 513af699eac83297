package com.taskmaster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed table matches the code. */
class SettingsTableTest {

    private static final Path COMMITTED = Path.of("settings.md");
    private static final Path ACTUAL = Path.of("target", "settings.md");
    private static final List<String> SERVICES = List.of("webapp-service", "tasks-api-service");
    private static final Map<String, ServiceSettings> SETTINGS = read();

    private static final String INTRODUCTION = """
            # Settings

            Generated from the code of both services: `mvn verify` fails if this page differs from it, and writes the right one to
            `deploy/settings/target/settings.md`. [The README](../../README.md#settings) says how to give a setting, and how to
            check the settings of an image before it starts.

            If a required setting is missing or a value is invalid, the service does not start, and names the setting. A duration
            is a number with a unit: `10S`, `5M`, `1H` and `30D` are seconds, minutes, hours and days.
            """;
    private static final String HEADER = """
            | setting | environment variable | default | meaning |
            |---|---|---|---|
            """;

    @Test
    void isTheCommittedFile() throws IOException {
        var actual = INTRODUCTION
                + SERVICES.stream()
                        .map(service -> "\n## " + service + "\n" + sections(SETTINGS.get(service)))
                        .collect(Collectors.joining());
        Files.createDirectories(ACTUAL.getParent());
        Files.writeString(ACTUAL, actual);

        assertThat(actual)
                .as("Where the change is meant, copy %s to %s", ACTUAL, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void namesEverySettingThatTheCodeTypes() {
        assertThat(SETTINGS.values()).allSatisfy(settings -> assertThat(settings.unmentioned())
                .as("to be set or explained in application.properties")
                .isEmpty());
    }

    @Test
    void offersNothingThatIsFixedWhenTheServiceIsBuilt() {
        assertThat(SETTINGS.values())
                .allSatisfy(settings -> assertThat(settings.withoutEffect()).isEmpty());
    }

    @Test
    void saysOfEachSettingWhatItMeans() {
        assertThat(all()).hasSizeGreaterThan(50).allSatisfy(setting -> assertThat(setting.meaning())
                .as(setting.name())
                .isNotBlank());
    }

    @Test
    void marksTheSecretsAndGivesThemNoDefault() {
        assertThat(all().filter(Setting::isSecret))
                .extracting(Setting::environmentVariable)
                .containsExactlyInAnyOrder(
                        "QUARKUS_OIDC_CREDENTIALS_SECRET",
                        "QUARKUS_OIDC_CREDENTIALS_CLIENT_SECRET_VALUE",
                        "TASKMASTER_SESSION_ENCRYPTION_KEY",
                        "TASKMASTER_SESSION_PREVIOUS_ENCRYPTION_KEYS",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "QUARKUS_DATASOURCE_PASSWORD");
        assertThat(all().filter(Setting::isSecret))
                .allSatisfy(setting -> assertThat(setting.standard()).isIn("", "required"));
    }

    private static Stream<Setting> all() {
        return SETTINGS.values().stream()
                .flatMap(settings -> settings.bySection().values().stream())
                .flatMap(List::stream);
    }

    private static String sections(ServiceSettings settings) {
        return settings.bySection().entrySet().stream()
                .map(section -> "\n### " + section.getKey() + "\n\n" + HEADER
                        + section.getValue().stream()
                                .map(setting -> setting.row() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static Map<String, ServiceSettings> read() {
        var framework = QuarkusKeys.ofTheClassPath();
        return SERVICES.stream()
                .collect(Collectors.toMap(
                        service -> service, service -> ServiceSettings.of(Path.of("../..", service), framework)));
    }
}
