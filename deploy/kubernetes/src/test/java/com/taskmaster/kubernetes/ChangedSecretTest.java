package com.taskmaster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands that roll out a changed secret, with a simulated cluster that records its calls. */
class ChangedSecretTest {

    private static final String CLUSTER = """
            sleep() { :; }
            kubectl() {
              echo "$*" >>asked
              case $* in *refreshTime*) grep -c "$CHANGES" asked ;; esac
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void isRolledOutWhenTheOperatorHasReadTheVault() throws Exception {
        var asked = follow("annotate");

        assertThat(asked).anyMatch(command -> command.contains("annotate externalsecret webapp force-sync="));
        assertThat(asked)
                .containsSubsequence(
                        "-n taskmaster rollout restart deployment/webapp",
                        "-n taskmaster rollout status deployment/webapp --timeout=10m");
    }

    @Test
    void isWaitedForInVainWhereTheVaultCannotBeRead() throws Exception {
        assertThat(follow("nothing that is asked for"))
                .hasSizeGreaterThan(60)
                .noneMatch(command -> command.contains("rollout"));
    }

    /** @param changes the word in a command after which the operator reports that it has read the vault */
    private List<String> follow(String changes) throws IOException, InterruptedException {
        var commands = Files.readString(Path.of("README.md"))
                .split("\n### A changed secret\n", 2)[1]
                .split("```sh\n", 2)[1]
                .split("```", 2)[0];
        var builder = new ProcessBuilder("bash", "-uc", CLUSTER + commands)
                .directory(folder.toFile())
                .inheritIO();
        builder.environment().putAll(Map.of("NAMESPACE", "taskmaster", "CHANGES", changes));
        var process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("It ends").isTrue();
        } finally {
            process.destroy();
        }
        return Files.readAllLines(folder.resolve("asked"));
    }
}
