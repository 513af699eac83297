package com.taskmaster.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendTLSPolicy;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that an overlay renders.
 *
 * @param kubernetes objects of known kinds, parsed strictly: a field that the schema lacks is an error
 * @param others objects of cert-manager and the operators of Envoy Gateway, External Secrets and Prometheus, which
 *     define their own schemas
 */
record Overlay(String name, List<Object> kubernetes, List<JsonNode> others) {

    static final String PRODUCTION = "overlays/production";
    static final String STAGING = "overlays/staging";
    static final String EXPOSED_API = "src/test/overlays/exposed-api";
    static final String EXPOSED_API_BY_TLS = "src/test/overlays/exposed-api-tls";
    static final String EXPOSED_STAGING = "src/test/overlays/exposed-staging";
    static final String CERTIFICATE = "src/test/overlays/certificate";
    static final String PRIVATE_AUTHORITY = "src/test/overlays/private-authority";

    private static final Set<String> FOR_GOOD = Set.of("production", "staging", "exposed-staging");
    private static final Set<String> SERVING_TLS =
            Set.of("production", "staging", "exposed-staging", "exposed-api-tls");
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1/BackendTLSPolicy", BackendTLSPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class));
    private static final Set<String> KINDS_OF_OTHERS = Set.of(
            "cert-manager.io/v1/Certificate",
            "cert-manager.io/v1/Issuer",
            "external-secrets.io/v1/ExternalSecret",
            "gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy",
            "gateway.envoyproxy.io/v1alpha1/SecurityPolicy",
            "monitoring.coreos.com/v1/PodMonitor");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new OnlyNamedFields());
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    static Stream<Overlay> all() {
        return Stream.of(
                        "overlays/keycloak",
                        "overlays/entra",
                        PRODUCTION,
                        STAGING,
                        EXPOSED_API,
                        EXPOSED_API_BY_TLS,
                        EXPOSED_STAGING,
                        CERTIFICATE,
                        PRIVATE_AUTHORITY)
                .map(Overlay::of);
    }

    static Overlay of(String folder) {
        return RENDERED.computeIfAbsent(folder, Overlay::render);
    }

    /** The same with an additional object. */
    Overlay with(String object) {
        try {
            return new Overlay(
                    name,
                    Stream.concat(kubernetes.stream(), Stream.of(typed(YAML.readTree(object))))
                            .toList(),
                    others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> List<T> every(Class<T> kind) {
        return kubernetes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Deployment deployment(String name) {
        return every(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    /** Whether it is for permanent use, not for a first trial. */
    boolean isForGood() {
        return FOR_GOOD.contains(name);
    }

    /** The name of a service's port, which says whether it uses TLS. */
    String scheme(String service) {
        return service.equals("tasks-api") && SERVING_TLS.contains(name) ? "https" : "http";
    }

    /** The settings of its container from the ConfigMap. */
    Map<String, String> settings(Deployment deployment) {
        var name = container(deployment).getEnvFrom().get(0).getConfigMapRef().getName();
        return every(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    /** The host names of the gateway's listeners, by the listeners' names. */
    Map<String, String> hosts() {
        return every(Gateway.class).stream()
                .flatMap(gateway -> gateway.getSpec().getListeners().stream())
                .collect(Collectors.toMap(Listener::getName, Listener::getHostname));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Overlay render(String folder) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(Kustomize.render(Path.of(folder)))) {
            var objects = documents.readAll();
            return new Overlay(
                    Path.of(folder).getFileName().toString(),
                    objects.stream()
                            .filter(object -> !KINDS_OF_OTHERS.contains(kind(object)))
                            .map(Overlay::typed)
                            .toList(),
                    objects.stream()
                            .filter(object -> KINDS_OF_OTHERS.contains(kind(object)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object typed(JsonNode object) {
        if (!KINDS.containsKey(kind(object))) {
            throw new AssertionError("No object is expected of the kind " + kind(object));
        }
        return YAML.convertValue(object, KINDS.get(kind(object)));
    }

    private static String kind(JsonNode object) {
        return object.get("apiVersion").asText() + "/" + object.get("kind").asText();
    }

    /** Makes unknown fields an error: the models would otherwise collect them silently in a map. */
    private static final class OnlyNamedFields extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
