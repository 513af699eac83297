package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The rules of {@code deploy/observability}, tried by Prometheus' own tool as its README says. */
@ExtendWith(AlertsIT.WithPromtool.class)
class AlertsIT {

    private static final Program PROMTOOL = new Program("promtool", List.of("promtool"));

    @Test
    void areRulesThatPrometheusTakes() throws Exception {
        assertThat(promtool("check", "rules", "alerts.yaml")).contains("SUCCESS");
    }

    @Test
    void fireEachWhenTheyShouldAndNotOtherwise() throws Exception {
        assertThat(promtool("test", "rules", "alerts-test.yaml")).contains("SUCCESS");
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PROMTOOL.find().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(Path.of("../observability").toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    static final class WithPromtool implements ExecutionCondition {

        private static final Requirement REQUIREMENT = new Requirement(PROMTOOL, "tests.promtool.required");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return REQUIREMENT.evaluate(context);
        }
    }
}
