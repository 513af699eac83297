package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    private static final Path CONTRACT = Path.of("..", "tasks-api-service", "openapi.yaml");

    @Test
    void knowsEachCodeThatTheContractOfTheTasksApiNames() throws IOException {
        assertThat(Stream.of(Reason.values()).map(Reason::code))
                .containsExactlyInAnyOrderElementsOf(codesOfTheContract());
        assertThat(codesOfTheContract())
                .allSatisfy(code -> assertThat(Reason.of(code)).isNotNull());
    }

    @Test
    void knowsNoOthers() {
        assertThat(Reason.of("something-new")).isNull();
        assertThat(Reason.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer.properties", "transfer_de.properties"})
    void hasWordsForEachInEachLanguage(String bundle) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle))) {
            texts.load(in);
        }

        assertThat(Reason.values()).allSatisfy(reason -> assertThat(texts.getProperty("why_$" + reason.name()))
                .isNotBlank());
    }

    private static List<String> codesOfTheContract() throws IOException {
        var refusal = Pattern.compile(
                        "\\n    ImportRefusal:\\n(?:      .*\\n)*?        code:\\n(?:          .*\\n)*?          enum:\\n((?:          - .*\\n)+)")
                .matcher(Files.readString(CONTRACT));
        assertThat(refusal.find()).isTrue();
        return refusal.group(1)
                .lines()
                .map(line -> line.replaceAll("^ *- ", ""))
                .toList();
    }
}
