package com.taskmaster.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code application.properties} of a service. A line {@code # key=  text}, with two spaces, explains a setting of
 * the framework to operators; a key without such a line is internal, and not for operators to change.
 */
final class ApplicationProperties {

    private static final Pattern HEADING = Pattern.compile("# ---- ([^:]+?)(?::.*)? -+");
    private static final Pattern EXPLAINED = Pattern.compile("# *([a-z][\\w./\"-]+)=(?: {2,}(.*))?");
    private static final Pattern MENTIONED = Pattern.compile("# *([a-z][\\w./\"-]+)=.*");
    private static final Pattern SET = Pattern.compile("(?:%([a-z,]+)\\.)?([a-z][^=]+)=(.*)");

    private final Map<String, List<String>> keysBySection = new LinkedHashMap<>();
    private final Map<String, String> explanations = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();

    private ApplicationProperties() {}

    /** @param module the folder of the service */
    static ApplicationProperties of(Path module) {
        var properties = new ApplicationProperties();
        try {
            var section = "Service";
            for (var line : Files.readAllLines(module.resolve("src/main/resources/application.properties"))) {
                var heading = HEADING.matcher(line);
                if (heading.matches()) {
                    section = heading.group(1);
                } else {
                    properties.read(section, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** Every key that is mentioned, or set for all profiles, in the order of the file and by section heading. */
    Map<String, List<String>> keysBySection() {
        return keysBySection;
    }

    /** The explanation of a setting; empty if it is not for operators. */
    Optional<String> explanation(String key) {
        return Optional.ofNullable(explanations.get(key));
    }

    /** Whether a value in this profile is derived from the key's. */
    boolean isPartOfOthers(String profile, String key) {
        return values.getOrDefault(profile, Map.of()).values().stream()
                .anyMatch(value -> value.contains("${" + key + "}"));
    }

    /** @param profile empty for the value in all profiles */
    Optional<String> value(String profile, String key) {
        return Optional.ofNullable(values.getOrDefault(profile, Map.of()).get(key));
    }

    private void read(String section, String line) {
        var set = SET.matcher(line);
        if (set.matches()) {
            if (set.group(1) == null) {
                place(section, set.group(2));
            }
            for (var profile :
                    set.group(1) == null ? new String[] {""} : set.group(1).split(",")) {
                values.computeIfAbsent(profile, name -> new LinkedHashMap<>()).put(set.group(2), set.group(3));
            }
            return;
        }
        var mentioned = MENTIONED.matcher(line);
        if (mentioned.matches()) {
            place(section, mentioned.group(1));
        }
        var explained = EXPLAINED.matcher(line);
        if (explained.matches() && explained.group(2) != null) {
            explanations.put(explained.group(1), explained.group(2).strip());
        }
    }

    private void place(String section, String key) {
        if (keysBySection.values().stream().noneMatch(keys -> keys.contains(key))) {
            keysBySection.computeIfAbsent(section, name -> new ArrayList<>()).add(key);
        }
    }
}
