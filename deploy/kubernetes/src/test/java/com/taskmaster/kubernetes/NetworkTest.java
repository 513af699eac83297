package com.taskmaster.kubernetes;

import static com.taskmaster.kubernetes.Overlay.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network policies and routes: who can connect to whom. */
class NetworkTest {

    private static final String ALL_OVERLAYS = "com.taskmaster.kubernetes.Overlay#all";
    private static final String NAME = "app.kubernetes.io/name";

    /** A listener that exists if the API is exposed. */
    private static final String TASKS_API = "tasks-api";

    /** Everything that may run in the namespace; PostgreSQL is optional there. */
    private static final Map<String, Integer> PORTS = Map.of("tasks-api", 8081, "webapp", 8080, "postgresql", 5432);

    private static final Set<String> OPENINGS = Set.of(
            "* -> kube-system/* :53",
            "* -> kube-system/* :53/UDP",
            "* -> 169.254.20.10/32 :53",
            "* -> 169.254.20.10/32 :53/UDP",
            "webapp <- envoy-gateway-system/* :8080",
            "webapp -> tasks-api :8081",
            "tasks-api <- webapp :8081",
            "webapp -> postgresql :5432",
            "tasks-api -> postgresql :5432",
            "postgresql <- webapp :5432",
            "postgresql <- tasks-api :5432");

    /** By {@code QUARKUS_PROFILE}. */
    private static final Map<String, Set<String>> TO_THE_PROVIDER = Map.of(
            "entra",
            Set.of("-> 0.0.0.0/0 except 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 169.254.0.0/16 :443"),
            "keycloak",
            Set.of("-> 0.0.0.0/0 except 169.254.0.0/16 :443", "-> envoy-gateway-system/* :10443"));

    /** The monitoring of both services. */
    private static final Set<String> OF_PRODUCTION =
            Set.of("<- monitoring/* :8080", "<- monitoring/* :8081", "-> monitoring/* :4317");

    /** By listener of the gateway. */
    private static final Map<String, Set<String>> ROUTES = Map.of(
            "webapp",
            Set.of("/q/* 302 to /", "/* webapp:8080"),
            TASKS_API,
            Set.of(
                    "/* tasks-api:8081",
                    "/.well-known/oauth-protected-resource/* tasks-api:8081",
                    "/q/swagger-ui/* tasks-api:8081",
                    "/q/openapi/* tasks-api:8081",
                    "/q/* 302 to /q/swagger-ui/"));

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void listensWhereTheOthersKnowIt(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .allSatisfy(deployment -> assertThat(container(deployment).getPorts())
                        .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                        .containsExactly(tuple(overlay.scheme(name(deployment)), PORTS.get(name(deployment)))));
        assertThat(overlay.every(Service.class)).hasSize(2).allSatisfy(service -> {
            assertThat(service.getSpec().getSelector())
                    .containsEntry(NAME, service.getMetadata().getName());
            assertThat(service.getSpec().getType()).as("for the cluster alone").isNull();
            assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
                var scheme = overlay.scheme(service.getMetadata().getName());
                assertThat(port.getTargetPort()).isEqualTo(new IntOrString(scheme));
                assertThat(port.getAppProtocol()).isEqualTo(scheme);
                assertThat(port.getPort())
                        .isEqualTo(PORTS.get(service.getMetadata().getName()));
            });
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void selectsPodsThatThereAre(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> assertThat(
                        deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels()));
        var selectors = Stream.of(
                        overlay.every(PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector()),
                        overlay.every(NetworkPolicy.class).stream()
                                .map(policy -> policy.getSpec().getPodSelector())
                                .filter(selector -> !selectsAll(selector)),
                        peers(overlay).map(NetworkPolicyPeer::getPodSelector).filter(selector -> selector != null))
                .flatMap(all -> all);

        assertThat(selectors).isNotEmpty().allSatisfy(selector -> assertThat(Openings.selected(selector))
                .isNotEmpty()
                .isSubsetOf(PORTS.keySet()));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void deniesWhatIsNotAllowed(Overlay overlay) {
        assertThat(overlay.every(NetworkPolicy.class)).anySatisfy(policy -> {
            assertThat(selectsAll(policy.getSpec().getPodSelector())).isTrue();
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isNullOrEmpty();
            assertThat(policy.getSpec().getEgress()).isNullOrEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void letsThroughWhatIsNamedHereAndNothingElse(Overlay overlay) {
        assertThat(Openings.of(overlay.every(NetworkPolicy.class)))
                .containsExactlyInAnyOrderElementsOf(openings(overlay));
    }

    @ParameterizedTest
    @MethodSource("additionalPolicies")
    void wouldNoticeEveryFurtherOpening(String policy) {
        var overlay = Overlay.of(Overlay.PRODUCTION).with(policy);

        assertThatThrownBy(() -> letsThroughWhatIsNamedHereAndNothingElse(overlay))
                .isInstanceOf(AssertionError.class);
    }

    static Stream<String> additionalPolicies() {
        return Stream.of(
                        "podSelector: {}, ingress: [{}]",
                        "podSelector: {}, egress: [{}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/name: tasks-api}}, ingress: [{ports: [{port: 8081}]}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/name: tasks-api}},"
                                + " ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8081}]}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/name: tasks-api}},"
                                + " ingress: [{from: [{podSelector: {}}], ports: [{port: 8081}]}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/name: tasks-api}},"
                                + " ingress: [{from: [{podSelector: {matchLabels: {app.kubernetes.io/name: webapp}}}]}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/name: webapp}},"
                                + " egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 443}]}]",
                        "podSelector: {matchLabels: {app.kubernetes.io/part-of: taskmaster-pro}},"
                                + " ingress: [{from: [{podSelector: {matchLabels: {app.kubernetes.io/name: webapp}}}],"
                                + " ports: [{port: 8081}]}]")
                .map(spec -> """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: further}
                        spec: {%s}
                        """.formatted(spec));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void waitsAtTheGatewayForLongerThanTheWebAppDoesForAnImport(Overlay overlay) {
        var variable = "QUARKUS_REST_CLIENT_TASKS_TRANSFER_READ_TIMEOUT";
        var webapp = overlay.settings(overlay.deployment("webapp"));
        var wait = Duration.ofMillis(Long.parseLong(
                webapp.getOrDefault(variable, KnownSettings.of("webapp-service").standard(variable))));

        assertThat(overlay.every(HTTPRoute.class))
                .flatExtracting(route -> route.getSpec().getRules())
                .filteredOn(rule -> rule.getMatches().isEmpty())
                .isNotEmpty()
                .extracting(HTTPRouteRule::getTimeouts)
                .doesNotContainNull()
                .allSatisfy(timeouts ->
                        assertThat(Duration.parse("PT" + timeouts.getRequest())).isGreaterThan(wait));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void routesByTlsToServicesThatThereAre(Overlay overlay) {
        var listeners = overlay.every(Gateway.class).get(0).getSpec().getListeners();
        assertThat(listeners).allSatisfy(listener -> {
            assertThat(listener.getProtocol()).isEqualTo("HTTPS");
            assertThat(listener.getTls().getCertificateRefs()).isNotEmpty();
        });
        for (var route : overlay.every(HTTPRoute.class)) {
            var listener = listeners.stream()
                    .filter(candidate -> candidate
                            .getName()
                            .equals(route.getSpec().getParentRefs().get(0).getSectionName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(route.getSpec().getHostnames()).containsExactly(listener.getHostname());
            assertThat(route.getSpec().getRules())
                    .flatExtracting(rule -> rule.getBackendRefs())
                    .allSatisfy(backend -> assertThat(backend.getPort()).isEqualTo(PORTS.get(backend.getName())));
        }
    }

    /** Health and metrics are only for the cluster. */
    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void routesWhatIsNamedHereAndNothingElse(Overlay overlay) {
        assertThat(Routes.of(overlay.every(HTTPRoute.class))).containsExactlyInAnyOrderElementsOf(routes(overlay));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches: [{path: {type: Exact, value: /q/metrics}}]",
                "matches: [{path: {type: PathPrefix, value: /q/health}}]",
                "matches: [{path: {type: RegularExpression, value: /./metrics}}]",
                "filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /q/metrics}}}]"
            })
    void wouldNoticeEveryFurtherRoute(String rule) {
        var overlay = Overlay.of(Overlay.PRODUCTION).with("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: further}
                spec:
                  hostnames: [taskmaster.example.com]
                  rules: [{%s, backendRefs: [{name: webapp, port: 8080}]}]
                """.formatted(rule));

        assertThatThrownBy(() -> routesWhatIsNamedHereAndNothingElse(overlay)).isInstanceOf(AssertionError.class);
    }

    private static Set<String> openings(Overlay overlay) {
        var provider = overlay.settings(overlay.deployment("webapp")).get("QUARKUS_PROFILE");
        var openings = new HashSet<>(OPENINGS);
        openings.addAll(ofBothServices(TO_THE_PROVIDER.get(provider)));
        openings.addAll(ofBothServices(toDatabaseOutsideTheCluster(overlay)));
        if (overlay.isForGood()) {
            openings.addAll(ofBothServices(OF_PRODUCTION));
        }
        if (overlay.hosts().containsKey(TASKS_API)) {
            openings.add("tasks-api <- envoy-gateway-system/* :8081");
        }
        return openings;
    }

    /** The openings to a database outside the cluster, if there is one; the operator sets its network. */
    private static Set<String> toDatabaseOutsideTheCluster(Overlay overlay) {
        return overlay.every(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("database"))
                .map(policy ->
                        policy.getSpec().getEgress().get(0).getTo().get(0).getIpBlock())
                .map(network -> "-> " + network.getCidr() + " :5432")
                .collect(Collectors.toSet());
    }

    private static Set<String> routes(Overlay overlay) {
        return overlay.hosts().entrySet().stream()
                .flatMap(host -> ROUTES.get(host.getKey()).stream().map(route -> host.getValue() + route))
                .collect(Collectors.toSet());
    }

    private static Set<String> ofBothServices(Set<String> openings) {
        return Stream.of("tasks-api", "webapp")
                .flatMap(service -> openings.stream().map(opening -> service + " " + opening))
                .collect(Collectors.toSet());
    }

    private static Stream<NetworkPolicyPeer> peers(Overlay overlay) {
        return overlay.every(NetworkPolicy.class).stream()
                .flatMap(policy -> Stream.concat(
                        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())));
    }

    private static boolean selectsAll(LabelSelector selector) {
        return Openings.selected(selector).equals(List.of("*"));
    }

    private static String name(Deployment deployment) {
        return deployment.getMetadata().getName();
    }
}
