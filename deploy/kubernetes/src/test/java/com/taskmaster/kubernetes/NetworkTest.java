package com.taskmaster.kubernetes;

import static com.taskmaster.kubernetes.Overlay.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reaches whom. */
class NetworkTest {

    private static final String ALL_OVERLAYS = "com.taskmaster.kubernetes.Overlay#all";
    private static final String NAME = "app.kubernetes.io/name";

    /** What runs in the namespace, or may: PostgreSQL is the operator's. */
    private static final Map<String, Integer> PORTS = Map.of("tasks-api", 8081, "webapp", 8080, "postgresql", 5432);

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

        assertThat(selectors).isNotEmpty().allSatisfy(selector -> assertThat(selected(selector))
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
    void opensOnlyPortsThatSomethingListensAt(Overlay overlay) {
        for (var policy : overlay.every(NetworkPolicy.class)) {
            for (var rule : policy.getSpec().getIngress()) {
                assertThat(ports(rule))
                        .isSubsetOf(portsOf(selected(policy.getSpec().getPodSelector())));
            }
            for (var rule : policy.getSpec().getEgress()) {
                var pods = rule.getTo().stream()
                        .map(NetworkPolicyPeer::getPodSelector)
                        .filter(selector -> selector != null)
                        .flatMap(selector -> selected(selector).stream())
                        .collect(Collectors.toSet());
                assertThat(rule.getPorts())
                        .as("to anywhere is to some ports alone")
                        .isNotEmpty();
                if (!pods.isEmpty()) {
                    assertThat(rule.getPorts().stream()
                                    .map(port -> port.getPort().getIntVal())
                                    .toList())
                            .isSubsetOf(portsOf(pods));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void letsOnlyTheWebAppReachTheApi(Overlay overlay) {
        var expected =
                switch (overlay.name()) {
                    case "production" -> Set.of("webapp", "monitoring");
                    case "exposed-api", "exposed-api-tls" -> Set.of("webapp", "envoy-gateway-system");
                    default -> Set.of("webapp");
                };

        assertThat(whoReaches(overlay, "tasks-api")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void letsOnlyTheServicesReachPostgreSql(Overlay overlay) {
        assertThat(whoReaches(overlay, "postgresql")).containsExactlyInAnyOrder("tasks-api", "webapp");
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void letsTheServicesReachTheProviderByHttpsAlone(Overlay overlay) {
        assertThat(overlay.every(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("provider"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(selected(policy.getSpec().getPodSelector()))
                            .containsExactlyInAnyOrder("tasks-api", "webapp");
                    assertThat(policy.getSpec().getEgress())
                            .flatExtracting(NetworkTest::destinations)
                            .containsExactlyInAnyOrderElementsOf(
                                    overlay.settings(overlay.deployment("webapp"))
                                                    .get("QUARKUS_PROFILE")
                                                    .equals("keycloak")
                                            ? List.of("0.0.0.0/0:443", "envoy-gateway-system:10443")
                                            : List.of("0.0.0.0/0:443"));
                });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void asksForNamesInTheClusterAndOnTheNodeAlone(Overlay overlay) {
        assertThat(overlay.every(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("names"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.getSpec().getEgress())
                        .flatExtracting(NetworkTest::destinations)
                        .containsOnly("kube-system:53", "169.254.20.10/32:53"));
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

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void hidesHealthAndMetricsFromOutside(Overlay overlay) {
        for (var listener : overlay.every(Gateway.class).get(0).getSpec().getListeners()) {
            assertThat(overlay.every(HTTPRoute.class))
                    .filteredOn(route -> route.getSpec().getHostnames().contains(listener.getHostname()))
                    .flatExtracting(route -> route.getSpec().getRules())
                    .anySatisfy(rule -> {
                        assertThat(rule.getMatches()).singleElement().satisfies(match -> assertThat(
                                        match.getPath().getValue())
                                .isEqualTo("/q"));
                        assertThat(rule.getBackendRefs()).isNullOrEmpty();
                        assertThat(rule.getFilters()).isNotEmpty();
                    });
        }
    }

    private static Set<String> whoReaches(Overlay overlay, String pod) {
        return overlay.every(NetworkPolicy.class).stream()
                .filter(policy -> !selectsAll(policy.getSpec().getPodSelector()))
                .filter(policy -> selected(policy.getSpec().getPodSelector()).contains(pod))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(rule -> rule.getFrom().stream())
                .flatMap(NetworkTest::names)
                .collect(Collectors.toSet());
    }

    /** Whom a rule lets pods reach, and at which ports. */
    private static List<String> destinations(NetworkPolicyEgressRule rule) {
        return rule.getTo().stream()
                .flatMap(NetworkTest::names)
                .flatMap(name -> rule.getPorts().stream()
                        .map(port -> name + ":" + port.getPort().getIntVal()))
                .toList();
    }

    private static Stream<String> names(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return Stream.of(peer.getIpBlock().getCidr());
        }
        return peer.getNamespaceSelector() != null
                ? peer.getNamespaceSelector().getMatchLabels().values().stream()
                : selected(peer.getPodSelector()).stream();
    }

    private static Stream<NetworkPolicyPeer> peers(Overlay overlay) {
        return overlay.every(NetworkPolicy.class).stream()
                .flatMap(policy -> Stream.concat(
                        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())));
    }

    private static boolean selectsAll(LabelSelector selector) {
        return selected(selector).isEmpty();
    }

    /** The names that a selector gives; the manifests select by this label alone. */
    private static Set<String> selected(LabelSelector selector) {
        return Stream.concat(
                        selector.getMatchLabels().entrySet().stream()
                                .filter(label -> label.getKey().equals(NAME))
                                .map(Map.Entry::getValue),
                        selector.getMatchExpressions().stream()
                                .filter(expression -> expression.getKey().equals(NAME))
                                .map(LabelSelectorRequirement::getValues)
                                .flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    private static List<Integer> ports(NetworkPolicyIngressRule rule) {
        return rule.getPorts().stream().map(port -> port.getPort().getIntVal()).toList();
    }

    private static List<Integer> portsOf(Set<String> names) {
        return names.stream().map(PORTS::get).toList();
    }

    private static String name(Deployment deployment) {
        return deployment.getMetadata().getName();
    }
}
