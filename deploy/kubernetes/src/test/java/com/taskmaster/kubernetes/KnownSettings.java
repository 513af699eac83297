package com.taskmaster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of a service, from the table that {@code deploy/settings} generates from the code. */
record KnownSettings(Map<String, Row> byVariable) {

    private static final Path TABLE = Path.of("../settings/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[^`]+` \\| `(\\w+)` \\| (.*?) \\| (.*) \\|$");

    static KnownSettings of(String service) {
        try {
            var section =
                    Files.readString(TABLE).split("## " + service + "\n", 2)[1].split("\n## ", 2)[0];
            return new KnownSettings(ROW.matcher(section)
                    .results()
                    .collect(Collectors.toMap(row -> row.group(1), row -> new Row(row.group(2), row.group(3)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String variable) {
        return byVariable.containsKey(variable);
    }

    /** The default. */
    String standard(String variable) {
        return byVariable.get(variable).standard().replace("`", "");
    }

    /** The service's own settings that are secrets, without the framework's. */
    Set<String> secrets() {
        return byVariable.keySet().stream()
                .filter(variable -> variable.startsWith("TASKMASTER_"))
                .filter(variable -> byVariable.get(variable).meaning().startsWith("**Secret.**"))
                .collect(Collectors.toSet());
    }

    record Row(String standard, String meaning) {}
}
