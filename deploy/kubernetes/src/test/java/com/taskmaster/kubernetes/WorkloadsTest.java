package com.taskmaster.kubernetes;

import static com.taskmaster.kubernetes.Overlay.container;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workloads and their restrictions. */
class WorkloadsTest {

    private static final String ALL_OVERLAYS = "com.taskmaster.kubernetes.Overlay#all";

    /** The default of Kubernetes. */
    private static final int PROGRESS_DEADLINE_SECONDS = 600;

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void runsBothServices(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrder("tasks-api", "webapp");
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void runsUnderTheRestrictedStandard(Overlay overlay) {
        assertThat(overlay.every(Namespace.class)).singleElement().satisfies(namespace -> assertThat(
                        namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(9999);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getContainers()).singleElement().satisfies(container -> {
                var security = container.getSecurityContext();
                assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(security.getCapabilities().getAdd()).isNullOrEmpty();
            });
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void namesAVersionOfEachImage(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .allSatisfy(deployment -> assertThat(container(deployment).getImage())
                        .matches(overlay.isForGood() ? ".+@sha256:[0-9a-f]{64}" : ".+:\\d+\\.\\d+\\.\\d+(-.+)?"));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void limitsWhatAPodTakes(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var resources = container(deployment).getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits())
                    .containsEntry("memory", resources.getRequests().get("memory"));
            assertThat(deployment.getSpec().getTemplate().getSpec().getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .allSatisfy(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void tellsStartedLiveAndReadyApart(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var container = container(deployment);
            var scheme = overlay.scheme(deployment.getMetadata().getName());
            var probes =
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
            assertThat(probes)
                    .extracting(probe -> probe.getHttpGet().getPath())
                    .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
            assertThat(probes).allSatisfy(probe -> {
                assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString(scheme));
                assertThat(probe.getHttpGet().getScheme()).isEqualTo(scheme.equals("https") ? "HTTPS" : null);
                assertThat(probe.getTimeoutSeconds()).isNotNull();
                assertThat(probe.getFailureThreshold()).isNotNull();
            });
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void waitsForAMigrationInARolloutForAsLongAsInAStart(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var startup = container(deployment).getStartupProbe();
            var rollout = Optional.ofNullable(deployment.getSpec().getProgressDeadlineSeconds())
                    .orElse(PROGRESS_DEADLINE_SECONDS);
            assertThat(rollout).isGreaterThanOrEqualTo(startup.getPeriodSeconds() * startup.getFailureThreshold());
        });
    }

    @Test
    void waitsForALongMigrationForTwoHours() {
        assertThat(Overlay.of(Overlay.EXPOSED_STAGING).every(Deployment.class))
                .hasSize(2)
                .extracting(deployment -> container(deployment).getStartupProbe())
                .allSatisfy(startup -> assertThat(
                                Duration.ofSeconds(startup.getPeriodSeconds() * (long) startup.getFailureThreshold()))
                        .isEqualTo(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void replacesPodsWithoutLoss(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(rolling.getMaxUnavailable()).isEqualTo(new IntOrString(0));
            assertThat(rolling.getMaxSurge()).isEqualTo(new IntOrString(1));

            var settings = overlay.settings(deployment);
            var delay = Duration.parse("PT" + settings.get("QUARKUS_SHUTDOWN_DELAY"));
            var readiness = container(deployment).getReadinessProbe();
            assertThat(delay)
                    .as("long enough for the readiness probe to notice")
                    .isGreaterThan(
                            Duration.ofSeconds(readiness.getPeriodSeconds() * (long) readiness.getFailureThreshold()));
            assertThat(Duration.ofSeconds(
                            deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds()))
                    .isGreaterThan(delay.plus(Duration.parse("PT" + settings.get("QUARKUS_SHUTDOWN_TIMEOUT"))));
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void keepsTwoPodsApartAndOneRunning(Overlay overlay) {
        for (var deployment : overlay.every(Deployment.class)) {
            var name = deployment.getMetadata().getName();
            var pods = deployment.getSpec().getSelector();
            assertThat(overlay.every(HorizontalPodAutoscaler.class))
                    .filteredOn(scaler ->
                            scaler.getSpec().getScaleTargetRef().getName().equals(name))
                    .singleElement()
                    .satisfies(scaler ->
                            assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(2));
            assertThat(overlay.every(PodDisruptionBudget.class))
                    .filteredOn(budget -> budget.getMetadata().getName().equals(name))
                    .singleElement()
                    .satisfies(budget -> {
                        assertThat(budget.getSpec().getMaxUnavailable()).isEqualTo(new IntOrString(1));
                        assertThat(budget.getSpec().getSelector()).isEqualTo(pods);
                    });
            assertThat(deployment.getSpec().getReplicas())
                    .as("left to the autoscaler")
                    .isNull();
            assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .allSatisfy(constraint ->
                            assertThat(constraint.getLabelSelector()).isEqualTo(pods))
                    .extracting(constraint -> constraint.getTopologyKey())
                    .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void countsNoMachineThatTakesNoneOfThePodsItKeepsWaiting(Overlay overlay) {
        assertThat(overlay.every(Deployment.class))
                .flatExtracting(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .filteredOn(constraint -> constraint.getWhenUnsatisfiable().equals("DoNotSchedule"))
                .hasSize(overlay.isForGood() ? 2 : 0)
                .allSatisfy(constraint ->
                        assertThat(constraint.getNodeTaintsPolicy()).isEqualTo("Honor"));
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void mountsNoTokenOfTheClusterIntoAPod(Overlay overlay) {
        assertThat(overlay.every(ServiceAccount.class)).hasSize(2).allSatisfy(account -> assertThat(
                        account.getAutomountServiceAccountToken())
                .isFalse());
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getServiceAccountName())
                    .isEqualTo(deployment.getMetadata().getName());
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource(ALL_OVERLAYS)
    void mountsWhatItDeclares(Overlay overlay) {
        assertThat(overlay.every(Deployment.class)).allSatisfy(deployment -> assertThat(
                        container(deployment).getVolumeMounts())
                .extracting(mount -> mount.getName())
                .containsExactlyInAnyOrderElementsOf(deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                        .map(volume -> volume.getName())
                        .toList()));
    }
}
