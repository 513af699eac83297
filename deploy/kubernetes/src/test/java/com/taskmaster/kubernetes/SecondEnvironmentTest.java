package com.taskmaster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an environment beside production does not share with it. */
class SecondEnvironmentTest {

    private static final String NAMESPACE = "taskmaster-staging";

    private final Overlay production = Overlay.of(Overlay.PRODUCTION);
    private final Overlay staging = Overlay.of(Overlay.STAGING);

    @Test
    void isInANamespaceOfItsOwn() {
        assertThat(staging.every(Namespace.class))
                .extracting(namespace -> namespace.getMetadata().getName())
                .containsExactly(NAMESPACE);
        assertThat(staging.every(HasMetadata.class))
                .filteredOn(object -> !(object instanceof Namespace))
                .isNotEmpty()
                .allMatch(object -> NAMESPACE.equals(object.getMetadata().getNamespace()));
        assertThat(staging.others())
                .isNotEmpty()
                .allMatch(object ->
                        NAMESPACE.equals(object.at("/metadata/namespace").asText()));
    }

    @Test
    void hasDatabasesRegistrationsAndAnAddressOfItsOwn() {
        assertThat(differing("tasks-api"))
                .containsExactlyInAnyOrder(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "TASKMASTER_ENTRA_API_CLIENT_ID",
                        "TASKMASTER_RESOURCE_IDENTIFIER");
        assertThat(differing("webapp"))
                .containsExactlyInAnyOrder(
                        "QUARKUS_DATASOURCE_JDBC_URL", "TASKMASTER_ENTRA_API_CLIENT_ID", "QUARKUS_OIDC_CLIENT_ID");
        assertThat(hosts(staging)).isNotEmpty().doesNotContainAnyElementsOf(hosts(production));
        assertThat(toDatabases(staging)).isNotEmpty().doesNotContainAnyElementsOf(toDatabases(production));
    }

    @Test
    void exposesTheApiAtAnAddressOfItsOwnWhereProductionExposesIt() {
        var exposed = Overlay.of(Overlay.EXPOSED_STAGING);
        var asInProduction = Overlay.of(Overlay.EXPOSED_API_BY_TLS);

        assertThat(exposed.hosts()).containsOnlyKeys(asInProduction.hosts().keySet());
        assertThat(exposed.hosts().values())
                .doesNotContainAnyElementsOf(asInProduction.hosts().values());
        assertThat(exposed.settings(exposed.deployment("tasks-api")).get("TASKMASTER_RESOURCE_IDENTIFIER"))
                .isEqualTo("https://" + exposed.hosts().get("tasks-api"));
    }

    @Test
    void hasItsSecretsFromEntriesOfItsOwnInTheVault() {
        assertThat(entries(staging)).containsExactlyInAnyOrder(NAMESPACE + "/tasks-api", NAMESPACE + "/webapp");
    }

    @Test
    void provesItselfToEntraByTheServiceAccountThatIsRegistered() throws IOException {
        assertThat(Files.readString(Path.of("../identity/entra/README.md")))
                .contains("service_account = \"" + NAMESPACE + ":webapp\"");
    }

    private Stream<String> differing(String service) {
        var ofProduction = production.settings(production.deployment(service));
        var ofStaging = staging.settings(staging.deployment(service));
        assertThat(ofStaging).containsOnlyKeys(ofProduction.keySet());
        return ofStaging.keySet().stream().filter(name -> !Objects.equals(ofStaging.get(name), ofProduction.get(name)));
    }

    private static List<String> hosts(Overlay overlay) {
        return overlay.every(HTTPRoute.class).stream()
                .flatMap(route -> route.getSpec().getHostnames().stream())
                .toList();
    }

    /** The openings to databases outside the cluster. */
    private static List<String> toDatabases(Overlay overlay) {
        return Openings.of(overlay.every(NetworkPolicy.class)).stream()
                .filter(opening -> opening.matches(".* -> [0-9./]+ :5432"))
                .toList();
    }

    private static List<String> entries(Overlay overlay) {
        return overlay.others().stream()
                .filter(object -> object.get("kind").asText().equals("ExternalSecret"))
                .map(object -> object.at("/spec/dataFrom/0/extract/key").asText())
                .toList();
    }
}
