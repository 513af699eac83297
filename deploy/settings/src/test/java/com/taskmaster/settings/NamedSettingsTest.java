package com.taskmaster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that operators copy name only existing settings. */
class NamedSettingsTest {

    private static final String TABLE = "settings.md";
    private static final Path COMPOSE = Path.of("../compose/compose.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:QUARKUS|TASKMASTER|MP_JWT|SMALLRYE)_[A-Z0-9_]+\\b");

    /** Variables of Keycloak's realm import, and those that the images set for every container. */
    private static final Set<String> OF_OTHERS =
            Set.of("TASKMASTER_WEBAPP_SECRET", "TASKMASTER_WEBAPP_URL", "TASKMASTER_API_URL", "QUARKUS_HTTP_HOST");

    static Stream<Path> files() throws IOException {
        try (var folders = Stream.of("compose", "identity", "images", "kubernetes", "observability", "operations")
                .map(Path.of("..")::resolve)
                .flatMap(NamedSettingsTest::filesIn)) {
            return Stream.concat(Stream.of(Path.of("../../README.md")), folders).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void areThere(Path file) throws IOException {
        var known = variables(Files.readString(Path.of(TABLE)));

        assertThat(variables(Files.readString(file)))
                .filteredOn(variable -> !OF_OTHERS.contains(variable))
                .isSubsetOf(known);
    }

    @ParameterizedTest(name = "Compose gives {0} only settings that {1} knows")
    @CsvSource({"webapp, webapp-service", "tasks-api, tasks-api-service"})
    void areThoseOfTheServiceThatIsTold(String container, String service) throws IOException {
        var known = table(service);

        assertThat(toldByCompose(container))
                .hasSizeGreaterThan(5)
                .isSubsetOf(variables(known))
                .containsAll(groups("\\| `(TASKMASTER_\\w+)` \\|[^|]*\\| \\*\\*Secret", known));
    }

    @Test
    void areAskedForInTheExampleThatComposeIsGiven() throws IOException {
        var compose = Files.readString(COMPOSE);

        assertThat(groups("(?m)^(?:# )?([A-Z_]+)=", Files.readString(COMPOSE.resolveSibling(".env.example"))))
                .filteredOn(variable -> !variable.startsWith("COMPOSE_"))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(groups("\\$\\{([A-Z_]+)", compose)));
    }

    private static List<String> toldByCompose(String container) throws IOException {
        return groups(
                "(?m)^ +([A-Z_]+):",
                groups("(?ms)^  (" + container + ":\n.*?)(?=^  \\S|^\\S)", Files.readString(COMPOSE))
                        .get(0));
    }

    /** The table's part about one service. */
    private static String table(String service) throws IOException {
        return Files.readString(Path.of(TABLE))
                .split("## " + service + "\n", 2)[1]
                .split("\n## ", 2)[0];
    }

    private static List<String> groups(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<Path> filesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(md|yaml|env|tf|sh)"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
