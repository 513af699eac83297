package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The images, asked for nothing but what they say of their settings. */
@ExtendWith(ContainersExtension.class)
class ImagesIT {

    private static Containers containers;

    @BeforeAll
    static void prepare() throws IOException {
        containers = Containers.prepare("taskmaster-images-it");
    }

    @AfterAll
    static void remove() {
        if (containers != null) {
            containers.close();
        }
    }

    @ParameterizedTest(name = "A05 {0} without {1} ends, and names {2}")
    @CsvSource({
        "webapp, TASKMASTER_SESSION_ENCRYPTION_KEY, taskmaster.session.encryption-key",
        "webapp, QUARKUS_OIDC_CREDENTIALS_SECRET, quarkus.oidc.credentials",
        "tasks-api, TASKMASTER_RESOURCE_IDENTIFIER, taskmaster.resource.identifier"
    })
    void nameTheMissingSetting(String service, String variable, String setting) {
        var ended =
                containers.compose("run", "-T", "--rm", "--no-deps", "-e", variable + "=", service, "--check-config");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains(setting).doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0} finds its settings complete")
    @ValueSource(strings = {Containers.WEBAPP, Containers.TASKS_API})
    void findTheSettingsOfComposeComplete(String service) {
        assertThat(containers
                        .compose("run", "-T", "--rm", "--no-deps", service, "--check-config")
                        .orFail())
                .contains("The settings are complete");
    }
}
