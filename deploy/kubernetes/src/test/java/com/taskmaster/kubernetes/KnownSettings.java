package com.taskmaster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of a service, as the table names them that {@code deploy/settings} makes from the code. */
record KnownSettings(Set<String> names) {

    private static final Path TABLE = Path.of("../settings/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[^`]+` \\| `(\\w+)` \\|");

    static KnownSettings of(String service) {
        try {
            var section =
                    Files.readString(TABLE).split("## " + service + "\n", 2)[1].split("\n## ", 2)[0];
            return new KnownSettings(
                    ROW.matcher(section).results().map(row -> row.group(1)).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String variable) {
        return names.contains(variable);
    }
}
