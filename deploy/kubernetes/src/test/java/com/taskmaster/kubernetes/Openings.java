package com.taskmaster.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The connections that an overlay's policies allow, one line for each pod, peer and port, however they are grouped:
 * {@code tasks-api <- webapp :8081}. An omitted part of a rule stands for everything, and so does an empty selector.
 */
final class Openings {

    private static final Set<String> NAMES = Set.of("app.kubernetes.io/name", "kubernetes.io/metadata.name");

    private Openings() {}

    static Set<String> of(List<NetworkPolicy> policies) {
        var openings = new TreeSet<String>();
        for (var policy : policies) {
            var pods = selected(policy.getSpec().getPodSelector());
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> openings.addAll(lines(pods, " <- ", rule.getFrom(), rule.getPorts())));
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> openings.addAll(lines(pods, " -> ", rule.getTo(), rule.getPorts())));
        }
        return openings;
    }

    private static List<String> lines(
            List<String> pods, String direction, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
        var others = peers.isEmpty()
                ? List.of("anybody")
                : peers.stream().flatMap(Openings::named).toList();
        var doors = ports.isEmpty()
                ? List.of(":any")
                : ports.stream().map(Openings::numbered).toList();
        return pods.stream()
                .flatMap(pod -> others.stream()
                        .flatMap(other -> doors.stream().map(door -> pod + direction + other + " " + door)))
                .toList();
    }

    private static Stream<String> named(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return Stream.of(network(peer.getIpBlock()));
        }
        var pods = Optional.ofNullable(peer.getPodSelector()).map(Openings::selected);
        if (peer.getNamespaceSelector() == null) {
            return pods.orElseThrow().stream();
        }
        return selected(peer.getNamespaceSelector()).stream()
                .flatMap(namespace -> pods.orElse(List.of("*")).stream().map(pod -> namespace + "/" + pod));
    }

    private static String network(IPBlock block) {
        return block.getExcept().isEmpty()
                ? block.getCidr()
                : block.getCidr() + " except " + String.join(", ", block.getExcept());
    }

    private static String numbered(NetworkPolicyPort port) {
        var number = port.getPort() == null ? "any" : port.getPort().getValue().toString();
        var end = port.getEndPort() == null ? "" : "-" + port.getEndPort();
        var protocol = Optional.ofNullable(port.getProtocol()).orElse("TCP");
        return ":" + number + end + (protocol.equals("TCP") ? "" : "/" + protocol);
    }

    /** The selected names if the selector is only by name, otherwise the selector itself. */
    static List<String> selected(LabelSelector selector) {
        var labels = selector.getMatchLabels();
        var expressions = selector.getMatchExpressions();
        if (labels.isEmpty() && expressions.isEmpty()) {
            return List.of("*");
        }
        if (expressions.isEmpty() && labels.size() == 1 && NAMES.containsAll(labels.keySet())) {
            return List.copyOf(labels.values());
        }
        if (labels.isEmpty() && expressions.size() == 1 && isOneOfNames(expressions.get(0))) {
            return expressions.get(0).getValues();
        }
        return List.of(selector.toString());
    }

    private static boolean isOneOfNames(LabelSelectorRequirement expression) {
        return NAMES.contains(expression.getKey()) && expression.getOperator().equals("In");
    }
}
