package com.taskmaster.webapp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All text comes from the bundles, except names of protocols and formats, which are in {@code <code>}. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^\\s{}\"'][^{}]*}");
    private static final Pattern CODE = Pattern.compile("<(code|kbd)>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern READ_ATTRIBUTE = Pattern.compile(
            "\\s(?:alt|title|placeholder|label|aria-(?:label|description|roledescription|valuetext))=(\"[^\"]*\")");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).map(TEMPLATES::relativize).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0} has no text of its own")
    @MethodSource("templates")
    void haveNoTextOfTheirOwn(Path template) throws IOException {
        assertThat(words(Files.readString(TEMPLATES.resolve(template)))).isEmpty();
    }

    @ParameterizedTest(name = "{0} would be found")
    @ValueSource(
            strings = {"<p>Text</p>", "{#if a}Text{/if}", "<input placeholder=\"Text\">", "<p aria-label=\"{a} Text\">"
            })
    void findTextOfTheirOwn(String template) {
        assertThat(words(template)).containsExactly("Text");
    }

    private static Stream<String> words(String template) {
        var markup = CODE.matcher(EXPRESSION.matcher(template).replaceAll("")).replaceAll("");
        var attributes = READ_ATTRIBUTE.matcher(markup).results().map(attribute -> attribute.group(1));
        return Stream.concat(attributes, Stream.of(TAG.matcher(markup).replaceAll(" ")))
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group));
    }
}
