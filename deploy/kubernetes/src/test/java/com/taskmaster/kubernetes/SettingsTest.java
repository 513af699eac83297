package com.taskmaster.kubernetes;

import static com.taskmaster.kubernetes.Overlay.container;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendTLSPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the services, and the sources of the secrets. */
class SettingsTest {

    private static final String ALL_OVERLAYS = "com.taskmaster.kubernetes.Overlay#all";
    private static final Map<String, KnownSettings> KNOWN = Map.of(
            "tasks-api", KnownSettings.of("tasks-api-service"),
            "webapp", KnownSettings.of("webapp-service"));

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void tellsTheServicesOnlyWhatTheyKnow(Overlay overlay) {
        for (var deployment : overlay.every(Deployment.class)) {
            var known = KNOWN.get(deployment.getMetadata().getName());
            var variables = Stream.concat(
                    overlay.settings(deployment).keySet().stream(),
                    container(deployment).getEnv().stream().map(EnvVar::getName));

            assertThat(variables).isNotEmpty().allMatch(known::contains);
        }
    }

    @Test
    void knowsWhichSettingsThereAreNot() {
        assertThat(KNOWN.get("webapp").contains("QUARKUS_OIDC_CLIENT_ID")).isTrue();
        assertThat(KNOWN.get("webapp").contains("QUARKUS_OIDC_CLIENTID")).isFalse();
        assertThat(KNOWN.get("webapp").contains("TASKMASTER_STEP_UP_MAX_AGE")).isFalse();
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void keepsSecretsOutOfTheManifests(Overlay overlay) {
        assertThat(overlay.every(ConfigMap.class))
                .flatExtracting(map -> map.getData().keySet())
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|ENCRYPTION_KEY).*"));
        assertThat(overlay.every(Deployment.class))
                .flatExtracting(deployment -> container(deployment).getEnv())
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void givesEachServiceItsOwnSecretAlone(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .allSatisfy(deployment -> assertThat(container(deployment).getEnv())
                        .extracting(variable ->
                                variable.getValueFrom().getSecretKeyRef().getName())
                        .containsOnly(deployment.getMetadata().getName()));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void canTellEachServiceEverySecretOfItsOwn(Overlay overlay) {
        assertThat(KNOWN.get("webapp").secrets()).contains("TASKMASTER_SESSION_ENCRYPTION_KEY");
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> assertThat(
                        container(deployment).getEnv())
                .extracting(EnvVar::getName)
                .containsAll(KNOWN.get(deployment.getMetadata().getName()).secrets()));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void doesWithoutTheKeysOfBeforeAlone(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .flatExtracting(deployment -> container(deployment).getEnv())
                .filteredOn(variable -> Boolean.TRUE.equals(
                        variable.getValueFrom().getSecretKeyRef().getOptional()))
                .extracting(EnvVar::getName)
                .containsExactly("TASKMASTER_SESSION_PREVIOUS_ENCRYPTION_KEYS");
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void believesTheGatewayAloneThatItSpeaksForSomebody(Overlay overlay) {
        assertThat(overlay.settings(overlay.deployment("webapp")))
                .containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .hasEntrySatisfying("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", networks -> assertThat(networks.split(","))
                        .allSatisfy(network -> assertThat(network).isNotBlank().doesNotEndWith("/0")));
    }

    @Test
    void fetchesTheSecretsOfProductionFromAVault() {
        assertThat(Overlay.of(Overlay.PRODUCTION).others())
                .filteredOn(object -> object.get("kind").asText().equals("ExternalSecret"))
                .extracting(object -> object.at("/spec/target/name").asText())
                .containsExactlyInAnyOrder("tasks-api", "webapp");
    }

    @Test
    void provesTheWebAppToEntraByTheTokenOfItsServiceAccount() {
        var overlay = Overlay.of("overlays/entra");
        var webapp = overlay.deployment("webapp");
        var folder = mountedAt(webapp, volume -> volume.getProjected() != null);
        var token = webapp.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .findFirst()
                .orElseThrow()
                .getProjected()
                .getSources()
                .get(0)
                .getServiceAccountToken();

        assertThat(token.getAudience()).isEqualTo("api://AzureADTokenExchange");
        assertThat(overlay.settings(webapp))
                .containsEntry("QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE", "bearer")
                .containsEntry("QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH", folder + "/" + token.getPath());
        assertThat(container(webapp).getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.startsWith("QUARKUS_OIDC_CREDENTIALS"));
    }

    @Test
    void provesTheWebAppToEntraByACertificateInThePlaceOfThatToken() {
        var overlay = Overlay.of(Overlay.CERTIFICATE);
        var webapp = overlay.deployment("webapp");
        var files = mountedAt(webapp, volume -> volume.getSecret() != null);

        assertThat(overlay.settings(webapp))
                .containsEntry("QUARKUS_OIDC_CREDENTIALS_JWT_KEY_FILE", files + "/tls.key")
                .containsEntry("TASKMASTER_CLIENT_CERTIFICATE", files + "/tls.crt")
                .doesNotContainKeys("QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE", "QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH");
        assertThat(webapp.getSpec().getTemplate().getSpec().getVolumes())
                .noneMatch(volume -> volume.getProjected() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {Overlay.PRODUCTION, Overlay.STAGING, Overlay.EXPOSED_STAGING, Overlay.EXPOSED_API_BY_TLS})
    void bringsAccessTokensToTheApiByTls(String folder) {
        var overlay = Overlay.of(folder);
        var webapp = overlay.deployment("webapp");
        var tasksApi = overlay.deployment("tasks-api");
        var ofTheServer = mountedAt(tasksApi, volume -> volume.getSecret() != null);
        var certificate = certificate(overlay, secret(tasksApi));

        assertThat(overlay.settings(tasksApi))
                .containsEntry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                .containsEntry("QUARKUS_HTTP_SSL_PORT", "8081")
                .containsEntry("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", ofTheServer + "/tls.crt")
                .containsEntry("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", ofTheServer + "/tls.key");
        assertThat(overlay.settings(webapp))
                .containsEntry(
                        "QUARKUS_REST_CLIENT_TASKS_API_URL",
                        "https://" + certificate.at("/spec/dnsNames/0").asText() + ":8081")
                .containsEntry("QUARKUS_REST_CLIENT_TASKS_API_TLS_CONFIGURATION_NAME", "api")
                .containsEntry(
                        "QUARKUS_TLS_API_TRUST_STORE_PEM_CERTS",
                        mountedAt(webapp, volume -> volume.getSecret() != null) + "/ca.crt");
        assertThat(webapp.getSpec().getTemplate().getSpec().getVolumes())
                .filteredOn(volume -> volume.getSecret() != null)
                .singleElement()
                .satisfies(volume -> {
                    assertThat(volume.getSecret().getSecretName()).isEqualTo(secret(tasksApi));
                    assertThat(volume.getSecret().getItems())
                            .extracting(KeyToPath::getKey)
                            .as("and not the key")
                            .containsExactly("ca.crt");
                });
        assertThat(overlay.others())
                .filteredOn(object -> object.get("kind").asText().equals("Issuer"))
                .extracting(issuer -> issuer.at("/metadata/name").asText())
                .contains(certificate.at("/spec/issuerRef/name").asText());
    }

    @Test
    void readsTheMetricsOfTheApiByTls() {
        var production = Overlay.of(Overlay.PRODUCTION);

        assertThat(production.others())
                .filteredOn(object -> object.get("kind").asText().equals("PodMonitor"))
                .singleElement()
                .satisfies(monitor -> {
                    assertThat(monitor.at("/spec/podMetricsEndpoints").findValuesAsText("port"))
                            .containsExactly("http", "https");
                    assertThat(monitor.at("/spec/podMetricsEndpoints/1/tlsConfig/ca/secret/name")
                                    .asText())
                            .isEqualTo(secret(production.deployment("tasks-api")));
                });
    }

    @Test
    void letsTheGatewayTrustTheCertificateOfTheApi() {
        var overlay = Overlay.of(Overlay.EXPOSED_API_BY_TLS);
        var secret = secret(overlay.deployment("tasks-api"));

        assertThat(overlay.every(BackendTLSPolicy.class)).singleElement().satisfies(policy -> {
            assertThat(policy.getSpec().getTargetRefs())
                    .extracting(target -> target.getKind() + "/" + target.getName())
                    .containsExactly("Service/tasks-api");
            assertThat(policy.getSpec().getValidation().getHostname())
                    .isEqualTo(
                            certificate(overlay, secret).at("/spec/dnsNames/0").asText());
            assertThat(policy.getSpec().getValidation().getCaCertificateRefs())
                    .extracting(authority -> authority.getKind() + "/" + authority.getName())
                    .containsExactly("Secret/" + secret);
        });
    }

    @Test
    void trustsThePrivateAuthorityOfAProviderInBothServices() {
        var overlay = Overlay.of(Overlay.PRIVATE_AUTHORITY);
        var webapp = overlay.deployment("webapp");
        var tasksApi = overlay.deployment("tasks-api");

        assertThat(overlay.settings(webapp))
                .containsEntry("QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME", "provider")
                .containsEntry(
                        "QUARKUS_TLS_PROVIDER_TRUST_STORE_PEM_CERTS",
                        mountedAt(webapp, volume -> volume.getConfigMap() != null) + "/ca.crt");
        assertThat(overlay.settings(tasksApi))
                .containsEntry(
                        "SMALLRYE_JWT_CLIENT_TLS_CERTIFICATE_PATH",
                        mountedAt(tasksApi, volume -> volume.getConfigMap() != null) + "/ca.crt");
    }

    @Test
    void givesApplicationsTheirRolesInAFileThatTheServiceReads() throws IOException {
        var overlay = Overlay.of(Overlay.CERTIFICATE);
        var roles = overlay.every(ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey("application.properties"))
                .findFirst()
                .orElseThrow();
        var folder = mountedAt(
                overlay.deployment("tasks-api"),
                volume -> volume.getConfigMap() != null
                        && volume.getConfigMap()
                                .getName()
                                .equals(roles.getMetadata().getName()));

        assertThat(roles.getData().get("application.properties").lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("taskmaster\\.application-roles\\.\"[^\"]+\"=tasks\\.(read|write)"));
        assertThat(Path.of(folder).getFileName()).hasToString("config");
        assertThat(Files.readString(Path.of("../images/Dockerfile")).lines())
                .filteredOn(line -> line.startsWith("WORKDIR "))
                .hasSize(2)
                .containsOnly("WORKDIR " + Path.of(folder).getParent());
    }

    /** Entra ID's access tokens lack the time of the sign-in: operations that need a recent one would always fail. */
    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void asksEntraForAnAuthenticationContextWhereARecentSignInIsNeeded(Overlay overlay) {
        var settings = overlay.settings(overlay.deployment("tasks-api"));

        assertThat(settings.get("TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT"))
                .matches(context ->
                        (context != null) == settings.get("QUARKUS_PROFILE").equals("entra"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Overlay.EXPOSED_API, Overlay.EXPOSED_STAGING})
    void trustsAtTheGatewayWhomTheApiTrusts(String folder) {
        var overlay = Overlay.of(folder);
        var settings = overlay.settings(overlay.deployment("tasks-api"));
        var policy = policy(overlay);
        var provider = policy.at("/spec/jwt/providers/0");
        var authority = "https://login.microsoftonline.com/" + settings.get("TASKMASTER_ENTRA_TENANT");

        assertThat(provider.get("issuer").asText()).isEqualTo(authority + "/v2.0");
        assertThat(provider.at("/audiences/0").asText()).isEqualTo(settings.get("TASKMASTER_ENTRA_API_CLIENT_ID"));
        assertThat(provider.at("/remoteJWKS/uri").asText()).isEqualTo(authority + "/discovery/v2.0/keys");
        assertThat(policy.at("/spec/authorization/defaultAction").asText()).isEqualTo("Deny");
        assertThat(policy.at("/spec/authorization/rules").findValues("scopes"))
                .extracting(scopes -> scopes.get(0).asText())
                .containsExactly("tasks.read", "tasks.write");
    }

    /** The mount path of the only volume of a kind. */
    private static String mountedAt(Deployment deployment, Predicate<Volume> kind) {
        var volumes = deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(kind)
                .map(Volume::getName)
                .toList();
        assertThat(volumes).hasSize(1);
        return container(deployment).getVolumeMounts().stream()
                .filter(mount -> volumes.contains(mount.getName()))
                .findFirst()
                .orElseThrow()
                .getMountPath();
    }

    /** The only Secret that is mounted. */
    private static String secret(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .findFirst()
                .orElseThrow()
                .getSecret()
                .getSecretName();
    }

    /** The Certificate from which cert-manager creates a Secret. */
    private static JsonNode certificate(Overlay overlay, String secret) {
        return overlay.others().stream()
                .filter(object -> object.get("kind").asText().equals("Certificate"))
                .filter(object -> object.at("/spec/secretName").asText().equals(secret))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode policy(Overlay overlay) {
        return overlay.others().stream()
                .filter(object -> object.get("kind").asText().equals("SecurityPolicy"))
                .findFirst()
                .orElseThrow();
    }
}
