package com.taskmaster.local;

import com.taskmaster.backing.Program;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests if Node.js with npm is not installed, unless it is required. */
final class NodeExtension implements ExecutionCondition {

    private static final Requirement NPM =
            new Requirement(new Program("Node.js with npm", List.of("npm")), "tests.node.required");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NPM.evaluate(context);
    }
}
