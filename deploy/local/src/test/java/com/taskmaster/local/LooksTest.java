package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every page is checked by a journey: one that is not may be inaccessible. */
class LooksTest {

    private static final Path JOURNEYS = Path.of("src/test/java/com/taskmaster/local");
    private static final Path TEXTS = Path.of("../../webapp-service/src/main/resources/messages/msg.properties");

    private static final String TITLE = "errorTitle_$";
    private static final Pattern KIND = Pattern.compile("\"(?:error-)?([A-Z_]+)\"");

    /** Needs a provider with a wrong clock, which no journey has; the page looks like SIGN_IN_FAULT. */
    private static final String OUT_OF_REACH = "CLOCKS_DIFFER";

    @Test
    void journeysLookAtEachKindOfErrorPage() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS)) {
            texts.load(reader);
        }
        String journeys;
        try (var files = Files.list(JOURNEYS)) {
            journeys = files.filter(file -> file.toString().endsWith("JourneyIT.java"))
                    .map(LooksTest::content)
                    .collect(Collectors.joining());
        }
        var seen = KIND.matcher(journeys).results().map(kind -> kind.group(1)).collect(Collectors.toSet());

        assertThat(texts.stringPropertyNames())
                .filteredOn(name -> name.startsWith(TITLE))
                .extracting(name -> name.substring(TITLE.length()))
                .hasSizeGreaterThan(10)
                .filteredOn(kind -> !kind.equals(OUT_OF_REACH))
                .isSubsetOf(seen);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
