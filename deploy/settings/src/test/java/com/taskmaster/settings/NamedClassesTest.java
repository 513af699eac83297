package com.taskmaster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README names only existing classes. */
class NamedClassesTest {

    private static final Path PROJECT = Path.of("../..");
    private static final Pattern CLASS = Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)`");

    @ParameterizedTest
    @CsvSource({"2, webapp-service, webapp", "3, tasks-api-service, tasks"})
    void areThere(int column, String service, String root) throws IOException {
        var packages =
                PROJECT.resolve(service + "/src/main/java/com/taskmaster").resolve(root);

        assertThat(named(column))
                .hasSizeGreaterThan(5)
                .allMatch(path -> Files.exists(packages.resolve(path)), "are in " + packages);
    }

    private static List<String> named(int column) throws IOException {
        try (var lines = Files.lines(PROJECT.resolve("README.md"))) {
            return lines.dropWhile(line -> !line.equals("## Learn from it"))
                    .takeWhile(line -> !line.equals("---"))
                    .filter(line -> line.startsWith("| "))
                    .map(row -> row.split("\\|")[column])
                    .flatMap(cell -> CLASS.matcher(cell).results())
                    .map(name -> name.group(1) + "/" + name.group(2) + ".java")
                    .toList();
        }
    }
}
