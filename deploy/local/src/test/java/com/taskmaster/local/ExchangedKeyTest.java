package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that rotate the session key under Compose, and their result in {@code .env}. */
class ExchangedKeyTest {

    private static final Path PAGE = Path.of("../compose/README.md");
    private static final String KEY = "TASKMASTER_SESSION_ENCRYPTION_KEY=";
    private static final String PREVIOUS_KEYS = "TASKMASTER_SESSION_PREVIOUS_ENCRYPTION_KEYS=";

    @TempDir
    private Path folder;

    @Test
    void keepsEveryKeyOfBeforeUntilTheyAreTakenAway() throws Exception {
        Files.writeString(folder.resolve(".env"), KEY + "first\n" + PREVIOUS_KEYS + "\n");

        follow(0);
        var second = setting(KEY);
        assertThat(second).matches("[0-9a-f]{64}");
        assertThat(setting(PREVIOUS_KEYS)).isEqualTo("first");

        follow(0);
        assertThat(setting(KEY)).matches("[0-9a-f]{64}").isNotEqualTo(second);
        assertThat(setting(PREVIOUS_KEYS)).isEqualTo(second + ",first");

        follow(1);
        assertThat(setting(PREVIOUS_KEYS)).isEmpty();
    }

    private void follow(int block) throws IOException, InterruptedException {
        var commands = Documented.commands(PAGE, "Exchange a key or a secret").get(block);
        var process = new ProcessBuilder("bash", "-euc", "docker() { :; }\n" + commands)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private String setting(String name) throws IOException {
        try (var lines = Files.lines(folder.resolve(".env"))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length());
        }
    }
}
