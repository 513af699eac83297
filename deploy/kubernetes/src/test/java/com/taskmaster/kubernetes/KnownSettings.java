package com.taskmaster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that a service reads: those of the keys in its {@code application.properties}, set or explained,
 * and of the keys that Quarkus documents as read at run time.
 */
record KnownSettings(List<Pattern> names) {

    private static final Pattern KEY = Pattern.compile("^(?:# *)?(?:%[a-z,]+\\.)?((?:quarkus|taskmaster)\\.[^=]+)=");
    private static final Pattern MAP_KEY = Pattern.compile("\"[^\"]+\"");

    static KnownSettings of(String module) {
        return new KnownSettings(Stream.concat(explained(module), documented())
                .map(KnownSettings::variable)
                .toList());
    }

    boolean contains(String variable) {
        return names.stream().anyMatch(name -> name.matcher(variable).matches());
    }

    private static Stream<String> explained(String module) {
        try {
            return Files.readAllLines(Path.of("../..", module, "src/main/resources/application.properties")).stream()
                    .map(KEY::matcher)
                    .filter(matcher -> matcher.find())
                    .map(matcher -> matcher.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> documented() {
        try {
            return Collections.list(KnownSettings.class
                            .getClassLoader()
                            .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))
                    .stream()
                    .map(KnownSettings::read)
                    .flatMap(model -> model.findParents("path").stream())
                    .filter(property -> !property.path("phase").asText().equals("BUILD_TIME"))
                    .map(property -> property.path("path").path("property").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(URL model) {
        try (var content = model.openStream()) {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** MicroProfile Config 3.1, "Environment Variables Mapping Rules"; any word may stand for the key of a map. */
    private static Pattern variable(String key) {
        var words = MAP_KEY.matcher(key).replaceAll("ANYWORD");
        return Pattern.compile(
                words.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT).replace("ANYWORD", "[A-Z0-9_]+"));
    }
}
