package com.taskmaster.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The configuration keys that Quarkus reads at run time, not at build time, from its libraries' documentation. */
final class QuarkusKeys {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern MAP_KEY = Pattern.compile("\"[^\"]+\"");

    private final Map<Pattern, JsonNode> documented = new LinkedHashMap<>();

    /** The keys of all libraries of both services. */
    static QuarkusKeys ofTheClassPath() {
        var keys = new QuarkusKeys();
        try {
            Collections.list(QuarkusKeys.class.getClassLoader().getResources(MODEL)).stream()
                    .flatMap(model -> read(model).findParents("path").stream())
                    .filter(property -> property.path("phase").asText().equals("RUN_TIME"))
                    .forEach(property -> keys.documented.put(
                            pattern(property.at("/path/property").asText()), property));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    boolean contain(String key) {
        return documentationOf(key).isPresent();
    }

    /** Empty if Quarkus describes the default only in words. */
    Optional<String> defaultOf(String key) {
        return documentationOf(key)
                .map(property -> property.path("defaultValue").asText())
                .filter(value -> !value.isEmpty() && !value.contains(" "));
    }

    private Optional<JsonNode> documentationOf(String key) {
        return documented.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(key).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Matches any word in the place of a map key. */
    private static Pattern pattern(String key) {
        return Pattern.compile(MAP_KEY.splitAsStream(key + " ")
                .map(Pattern::quote)
                .reduce((left, right) -> left + "(\"[^\"]+\"|[^.\"]+)" + right)
                .orElseThrow()
                .replace(" \\E", "\\E"));
    }

    private static JsonNode read(URL model) {
        try (var content = model.openStream()) {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
