package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.backing.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a build's results is started. */
class PackagedServiceTest {

    private static final String FOR_THE_JVM = "quarkus-app/quarkus-run.jar";
    private static final String EXECUTABLE = "webapp-service-1.0.0-runner";

    @TempDir
    Path module;

    @Test
    void startsThePackageForTheJvm() throws IOException {
        build("jar", FOR_THE_JVM);

        var service = PackagedService.of("Web app", module);

        assertThat(service.folder()).isEqualTo(module.resolve("target/quarkus-app"));
        assertThat(service.program()).endsWith("-jar", "quarkus-run.jar");
    }

    @Test
    void startsTheNativeExecutableWhereTheLastBuildMadeOne() throws IOException {
        build("jar", FOR_THE_JVM);
        build("native", EXECUTABLE);

        assertThat(PackagedService.of("Web app", module).program())
                .startsWith(module.resolve("target").resolve(EXECUTABLE).toString())
                .doesNotContain("-jar");
    }

    @Test
    void saysThatNothingIsBuilt() throws IOException {
        assertThatThrownBy(() -> PackagedService.of("Web app", module))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Web app is not built");

        build("jar", FOR_THE_JVM);
        Files.delete(module.resolve("target").resolve(FOR_THE_JVM));

        assertThatThrownBy(() -> PackagedService.of("Web app", module)).hasMessageContaining(FOR_THE_JVM);
    }

    private void build(String type, String path) throws IOException {
        var file = module.resolve("target").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.writeString(
                module.resolve("target/quarkus-artifact.properties"), "type=" + type + "\npath=" + path + "\n");
    }
}
