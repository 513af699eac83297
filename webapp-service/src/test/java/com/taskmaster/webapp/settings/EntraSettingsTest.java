package com.taskmaster.webapp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntraSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "taskmaster.entra.tenant", "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21",
            "taskmaster.entra.api-client-id", "6e74172b-be56-4843-9ff4-e66a39bb12e3");

    @ParameterizedTest(name = "A05 in profile entra, a missing {0} is reported by name")
    @ValueSource(strings = {"taskmaster.entra.tenant", "taskmaster.entra.api-client-id"})
    void namesWhatIsMissing(String key) {
        var settings = new HashMap<>(COMPLETE);
        settings.remove(key);

        assertThatThrownBy(() -> read("entra", settings)).hasMessageContaining(key);
    }

    @Test
    void readsBoth() throws IOException {
        assertThat(read("entra", COMPLETE)
                        .getConfigMapping(EntraSettings.class)
                        .entra()
                        .orElseThrow()
                        .tenant())
                .isEqualTo(COMPLETE.get("taskmaster.entra.tenant"));
    }

    @Test
    void needsNeitherWithAnotherProvider() throws IOException {
        assertThat(read("keycloak", Map.of())
                        .getConfigMapping(EntraSettings.class)
                        .entra())
                .isEmpty();
    }

    /** Reads the settings as the service does at the start. */
    private static SmallRyeConfig read(String profile, Map<String, String> settings) throws IOException {
        var properties =
                Path.of("src/main/resources/application.properties").toUri().toURL();
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(
                        new PropertiesConfigSource(properties, 250), new PropertiesConfigSource(settings, "given", 300))
                .withMapping(EntraSettings.class)
                .withMappingIgnore("taskmaster.client.**")
                .withMappingIgnore("taskmaster.session.**")
                .build();
    }
}
