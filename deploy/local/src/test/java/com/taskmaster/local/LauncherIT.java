package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.backing.Port;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code mvn -Prun}, as the person sees it who types it. */
class LauncherIT {

    private static final Port KEYCLOAK =
            PairSettings.standard(Path.of("unused")).keycloak();

    @TempDir
    Path module;

    @Test
    void startsStepByStepAndStopsInOrderLeavingNoProcess() throws Exception {
        var launcher = launch();
        var output = readUntil(launcher, "Stop with");
        var children = launcher.descendants().toList();
        assertThat(children).isNotEmpty();

        interruptLikeATerminal(children);
        launcher.destroy();
        output += readUntil(launcher, null);

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
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
    void startsAgainAfterItWasKilledAndEndsWhatWasLeftBehind() throws Exception {
        var killed = launch();
        readUntil(killed, "Stop with");
        var leftBehind = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        assertThat(leftBehind).anyMatch(ProcessHandle::isAlive);

        var launcher = launch();
        assertThat(readUntil(launcher, "Stop with")).contains("alice/alice");
        assertThat(leftBehind).noneMatch(ProcessHandle::isAlive);

        launcher.destroy();
        readUntil(launcher, null);
    }

    @Test
    void namesThePortThatIsTakenInOneLine() throws Exception {
        try (var other = new ServerSocket(KEYCLOAK.number(), 1, InetAddress.getLoopbackAddress())) {
            var launcher = launch();
            var output = readUntil(launcher, null);

            assertThat(launcher.waitFor()).isEqualTo(1);
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
        var output = readUntil(launcher, null);

        assertThat(launcher.waitFor()).isEqualTo(1);
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

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtaskmaster.run=backing-services",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        module.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** A terminal sends Ctrl-C to every process of the group. */
    private static void interruptLikeATerminal(List<ProcessHandle> processes) throws Exception {
        for (var process : processes) {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** @param end the last line to read, or null to read all there is */
    private static String readUntil(Process process, String end) throws IOException {
        var output = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream()));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            if (end != null && line.contains(end)) {
                break;
            }
        }
        return output.toString();
    }
}
