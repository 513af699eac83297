package com.taskmaster.kubernetes;

import static com.taskmaster.kubernetes.Overlay.container;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands that deploy the pair, run one after the other in one shell. There is no cluster: objects are
 * only created by the client, and commands that merely query the cluster or a container engine are skipped.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```sh\n((?:.*\n)*?)\\1```$");

    private static final String WITHOUT_A_CLUSTER = """
            docker() { :; }
            export -n TASKS_DATABASE_PASSWORD WEBAPP_DATABASE_PASSWORD TASKMASTER_WEBAPP_SECRET
            psql() {
              local file=${*: -1}
              env | grep -c DATABASE_PASSWORD= | grep -qx 2 && test -f "${file#--file=}"
            }
            kubectl() {
              case $* in
                *" create "*) command kubectl "$@" --dry-run=client -o yaml >>made.yaml && echo --- >>made.yaml ;;
                "kustomize "* | "apply -k "*) command kubectl kustomize "${@: -1}" >/dev/null ;;
                "apply -f -") cat >>made.yaml && echo --- >>made.yaml ;;
              esac
            }
            """;

    private static final Map<String, String> ENTERED = Map.of(
            "TASKS_DATABASE_PASSWORD", "a $trange \"password",
            "WEBAPP_DATABASE_PASSWORD", "another",
            "TASKMASTER_WEBAPP_SECRET", "secret");

    private static List<JsonNode> made;

    @BeforeAll
    static void follow(@TempDir Path repository) throws IOException, InterruptedException {
        Kustomize.require("kubectl");
        var folder = repository.resolve("deploy/kubernetes");
        for (var part : List.of("base", "components", "overlays")) {
            copy(Path.of(part), folder.resolve(part));
        }
        Files.copy(Path.of("../../pom.xml"), repository.resolve("pom.xml"));
        copy(Path.of("../compose"), repository.resolve("deploy/compose"));
        Files.writeString(folder.resolve("postgresql-ca.crt"), "of PostgreSQL");
        var builder = new ProcessBuilder("bash", "-euc", WITHOUT_A_CLUSTER + commands())
                .directory(repository.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(ENTERED);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();

        try (var documents = new ObjectMapper(new YAMLFactory())
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(folder.resolve("made.yaml").toFile())) {
            made = documents.readAll().stream()
                    .filter(document -> document.isObject())
                    .toList();
        }
    }

    @Test
    void makesEverySecretThatTheServicesNeed() {
        assertThat(Overlay.of("overlays/keycloak").every(Deployment.class))
                .flatExtracting(deployment -> container(deployment).getEnv())
                .extracting(variable -> variable.getValueFrom().getSecretKeyRef())
                .filteredOn(key -> !Boolean.TRUE.equals(key.getOptional()))
                .hasSize(6)
                .allSatisfy(key -> assertThat(value(key.getName(), key.getKey()))
                        .isNotBlank()
                        .doesNotContain("\n"));
        assertThat(value("tasks-api", "database-password")).isEqualTo(ENTERED.get("TASKS_DATABASE_PASSWORD"));
    }

    @Test
    void makesTheCertificateOfTheGateway() {
        assertThat(Overlay.of("overlays/keycloak").every(Gateway.class))
                .flatExtracting(gateway -> gateway.getSpec().getListeners())
                .flatExtracting(listener -> listener.getTls().getCertificateRefs())
                .isNotEmpty()
                .allSatisfy(certificate ->
                        assertThat(value(certificate.getName(), "tls.crt")).contains("BEGIN CERTIFICATE"));
    }

    @Test
    void makesTheNamespaceThatIsApplied() {
        assertThat(Overlay.of("overlays/keycloak").every(Namespace.class))
                .extracting(namespace -> namespace.getMetadata().getName())
                .isNotEmpty()
                .allMatch(name -> made.stream()
                        .anyMatch(object -> object.get("kind").asText().equals("Namespace")
                                && object.at("/metadata/name").asText().equals(name)));
    }

    @Test
    void makesTheClassOfTheGateway() {
        assertThat(Overlay.of("overlays/keycloak").every(Gateway.class))
                .extracting(gateway -> gateway.getSpec().getGatewayClassName())
                .isNotEmpty()
                .allMatch(name -> made.stream()
                        .anyMatch(object -> object.get("kind").asText().equals("GatewayClass")
                                && object.at("/metadata/name").asText().equals(name)));
    }

    @Test
    void makesWhatProductionMounts() {
        assertThat(Overlay.of(Overlay.PRODUCTION).every(Deployment.class))
                .flatExtracting(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getVolumes())
                .filteredOn(volume -> volume.getConfigMap() != null)
                .hasSize(2)
                .allSatisfy(volume -> assertThat(
                                made("ConfigMap", volume.getConfigMap().getName())
                                        .at("/data/ca.crt")
                                        .asText())
                        .isEqualTo("of PostgreSQL"));
    }

    private static String value(String secret, String key) {
        return new String(Base64.getDecoder()
                .decode(made("Secret", secret).path("data").path(key).asText()));
    }

    private static JsonNode made(String kind, String name) {
        return made.stream()
                .filter(object -> object.get("kind").asText().equals(kind)
                        && object.at("/metadata/name").asText().equals(name)
                        && object.at("/metadata/namespace").asText().equals("taskmaster"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody made the " + kind + " " + name));
    }

    /** The commands of the section, as one script. */
    private static String commands() throws IOException {
        var section = Files.readString(Path.of("README.md"))
                .split("\n## Bring it to a cluster\n", 2)[1]
                .split("\n## ", 2)[0];
        return BLOCK.matcher(section)
                .results()
                .map(block -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
                .collect(Collectors.joining());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
