package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** The alert rules of {@code deploy/observability}, tested with Prometheus' own tool, as its README describes. */
@ExtendWith(AlertsIT.WithPromtool.class)
class AlertsIT {

    private static final Program PROMTOOL = new Program("promtool", List.of("promtool"));
    private static final Path FOLDER = Path.of("../observability");
    private static final Path OF_TWO_NAMESPACES = Path.of("src/test/resources/alerts-of-two-namespaces.yaml");

    /** Plays {@code kubectl}: keeps the rules that are applied to a namespace. */
    private static final String CLUSTER = """
            kubectl() {
              test "$*" = "-n $NAMESPACE apply -f -" && sed '1,/^spec:$/d' >"$RULES/$NAMESPACE.yaml"
            }
            """;

    @Test
    void areRulesThatPrometheusTakes() throws Exception {
        assertThat(promtool(FOLDER, "check", "rules", "alerts.yaml")).contains("SUCCESS");
    }

    @Test
    void fireEachWhenTheyShouldAndNotOtherwise() throws Exception {
        assertThat(promtool(FOLDER, "test", "rules", "alerts-test.yaml")).contains("SUCCESS");
    }

    @Test
    void fireForTheirNamespaceAlone(@TempDir Path rules) throws Exception {
        applyRules("taskmaster", rules);
        applyRules("taskmaster-staging", rules);
        var test = Files.copy(OF_TWO_NAMESPACES, rules.resolve(OF_TWO_NAMESPACES.getFileName()));

        assertThat(promtool(rules, "test", "rules", test.getFileName().toString()))
                .contains("SUCCESS");
    }

    /** With the README's command. */
    private static void applyRules(String namespace, Path rules) {
        var command = Documented.commands(FOLDER.resolve("README.md"), "On Kubernetes")
                .get(0)
                .replace("NAMESPACE=taskmaster", "NAMESPACE=" + namespace);
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", CLUSTER + command)
                .directory(Path.of("../..").toFile());
        builder.environment().put("RULES", rules.toString());
        Ended.of(builder).orFail();
    }

    private static String promtool(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(PROMTOOL.find().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        return Ended.of(new ProcessBuilder(command).directory(folder.toFile())).orFail();
    }

    static final class WithPromtool implements ExecutionCondition {

        private static final Requirement REQUIREMENT = new Requirement(PROMTOOL, "tests.promtool.required");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return REQUIREMENT.evaluate(context);
        }
    }
}
