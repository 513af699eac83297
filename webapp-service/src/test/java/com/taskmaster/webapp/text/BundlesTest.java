package com.taskmaster.webapp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle is complete in every language; the framework would silently fall back to English. */
class BundlesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ENGLISH = Pattern.compile("[a-zA-Z]+\\.properties");
    private static final Pattern PARAMETER = Pattern.compile("\\{(?:#when )?([a-z]\\w*)[^}]*}");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(ENGLISH.asMatchPredicate())
                    .map(file -> file.replace(".properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "the bundle {0} is complete in German")
    @MethodSource("bundles")
    void saysTheSameThingsInBothLanguages(String bundle) throws IOException {
        assertThat(texts(bundle + "_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(bundle).stringPropertyNames());
    }

    @ParameterizedTest(name = "the bundle {0} leaves no text empty")
    @MethodSource("bundles")
    void leavesNoTextEmpty(String bundle) throws IOException {
        assertThat(texts(bundle).values()).doesNotContain("");
        assertThat(texts(bundle + "_de").values()).doesNotContain("");
    }

    @ParameterizedTest(name = "the bundle {0} uses the same parameters in German")
    @MethodSource("bundles")
    void usesTheSameParameters(String bundle) throws IOException {
        var english = texts(bundle);
        var german = texts(bundle + "_de");

        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(parameters(german.getProperty(key)))
                .as(key)
                .isEqualTo(parameters(english.getProperty(key))));
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(BundlesTest::name)
                .collect(Collectors.toSet());
    }

    private static String name(String expression) {
        return PARAMETER.matcher(expression).replaceFirst("$1");
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(file + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
