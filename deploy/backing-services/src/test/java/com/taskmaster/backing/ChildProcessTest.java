package com.taskmaster.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void writesItsOutputToTheLog() throws IOException {
        try (var process = start("greeter", "echo $GREETING", Map.of("GREETING", "hello"))) {
            process.awaitSuccess();
        }

        assertThat(Files.readString(log("greeter"))).isEqualTo("hello\n");
    }

    @Test
    void tellsAFailureWithItsLog() {
        try (var process = start("broken", "exit 3", Map.of())) {
            assertThatThrownBy(process::awaitSuccess)
                    .hasMessage("broken stopped with exit code 3; its log is " + log("broken"));
        }
    }

    @Test
    void tellsThatItStoppedWhileItWasExpectedToGetReady() {
        try (var process = start("short-lived", "exit 1", Map.of())) {
            assertThatThrownBy(() -> process.awaitReady(URI.create(
                            "http://localhost:" + Port.free("nothing").number())))
                    .hasMessageStartingWith("short-lived stopped with exit code 1");
        }
    }

    @Test
    void isDeafToTheCtrlCOfTheTerminal() throws Exception {
        try (var process = start("deaf", "kill -INT $$; echo still here", Map.of())) {
            process.awaitSuccess();
        }

        assertThat(Files.readString(log("deaf"))).isEqualTo("still here\n");
    }

    @Test
    void endsWhenItIsClosed() throws IOException {
        var process = start("endless", "while :; do sleep 1; done", Map.of());
        var pid = Long.parseLong(Files.readString(folder.resolve("endless.pid")).split(" ")[0]);
        assertThat(ProcessHandle.of(pid)).isPresent();

        process.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("endless.pid")).doesNotExist();
    }

    @Test
    void endsTheOneThatAKilledRunLeftBehind() {
        var leftover = start("endless", "while :; do sleep 1; done", Map.of());

        ChildProcess.endLeftovers(folder);

        assertThat(leftover.onStop().join()).hasMessageStartingWith("endless stopped");
        assertThat(folder.resolve("endless.pid")).doesNotExist();
    }

    private ChildProcess start(String name, String script, Map<String, String> environment) {
        return ChildProcess.start(name, List.of("sh", "-c", script), environment, log(name));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
