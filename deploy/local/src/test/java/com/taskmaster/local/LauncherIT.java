package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.backing.Jvm;
import com.taskmaster.backing.Port;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code mvn -Prun}, as its user sees it. */
@ExtendWith(KnownPorts.class)
class LauncherIT {

    private static final Port KEYCLOAK =
            PairSettings.standard(Path.of("unused")).keycloak();

    @TempDir
    Path module;

    /** One test for everything, because each start takes a while. */
    @Test
    void startsOnceEndsWhatAKilledOneLeftBehindAndStopsInOrderLeavingNoProcess() throws Exception {
        var killed = launch();
        killed.readUntil("Stop with");
        var leftBehind = killed.children();
        assertThat(launch().readAll())
                .contains("The folder " + module.resolve("data") + " is in use")
                .doesNotContain("\tat ");
        assertThat(leftBehind).isNotEmpty().allMatch(ProcessHandle::isAlive);
        killed.process().destroyForcibly().waitFor();
        assertThat(leftBehind).anyMatch(ProcessHandle::isAlive);

        var launcher = launch();
        var output = launcher.readUntil("Stop with");
        assertThat(leftBehind).noneMatch(ProcessHandle::isAlive);

        var children = launcher.children();
        interruptLikeATerminal(children);
        launcher.terminate();
        output += launcher.readAll();

        assertThat(launcher.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(output)
                .containsPattern("PostgreSQL +\\d+\\.\\d s")
                .containsPattern("Keycloak +\\d+\\.\\d s")
                .contains("alice/alice")
                .contains(module.resolve("data").toString())
                .containsPattern("(?s)Keycloak stopped.*PostgreSQL stopped");
        assertThat(module.resolve("data/postgresql/PG_VERSION")).exists();
        assertThat(module.resolve("data/postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void namesThePortThatIsTakenInOneLine() throws Exception {
        try (var other = new ServerSocket(KEYCLOAK.number(), 1, InetAddress.getLoopbackAddress())) {
            var launcher = launch();
            var output = launcher.readAll();

            assertThat(launcher.process().waitFor()).isEqualTo(1);
            assertThat(output)
                    .contains("Port " + other.getLocalPort() + " of Keycloak is taken by another program")
                    .contains("PostgreSQL stopped")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws Exception {
        Files.writeString(module.resolve("data"), "a file where the folder should be");

        var launcher = launch();
        var output = launcher.readAll();

        assertThat(launcher.process().waitFor()).isEqualTo(1);
        assertThat(output).contains("The folder " + module.resolve("data")).doesNotContain("\tat ");
    }

    @Test
    void namesTheServiceThatIsNotBuilt() {
        var settings = PairSettings.onFreePorts(module.resolve("data"));

        assertThatThrownBy(() -> Pair.start(settings, module, new Steps(new PrintStream(new ByteArrayOutputStream()))))
                .hasMessageStartingWith("Tasks API is not built");
    }

    @Test
    void tellsWhichProcessCrashedAndWhereItsLogIs() throws Exception {
        var settings = PairSettings.onFreePorts(module.resolve("data"));
        try (var pair = Pair.startBackingServices(settings, new Steps(new PrintStream(new ByteArrayOutputStream())))) {
            var pid = Files.readString(module.resolve("data/logs/keycloak.pid")).split(" ")[0];

            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroy();

            assertThat(pair.onCrash().get(60, TimeUnit.SECONDS))
                    .hasMessageStartingWith("keycloak stopped with exit code")
                    .hasMessageContaining(pair.log("keycloak").toString());
        }
    }

    private Launched launch() throws IOException {
        var process = new ProcessBuilder(
                        Jvm.program(),
                        "-Dtaskmaster.run=backing-services",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        module.toString())
                .redirectErrorStream(true)
                .start();
        return new Launched(process, process.inputReader());
    }

    /** Like a terminal, which sends Ctrl-C to every process of the group. */
    private static void interruptLikeATerminal(List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** The launcher in a separate process, and its output. */
    private record Launched(Process process, BufferedReader output) {

        List<ProcessHandle> children() {
            return process.descendants().toList();
        }

        /** Process.destroy() would close the output, which has not been read yet. */
        void terminate() {
            process.toHandle().destroy();
        }

        String readUntil(String lastLine) {
            var lines = new StringBuilder();
            output.lines().peek(line -> lines.append(line).append('\n')).anyMatch(line -> line.contains(lastLine));
            return lines.toString();
        }

        String readAll() {
            return output.lines().collect(Collectors.joining("\n"));
        }
    }
}
