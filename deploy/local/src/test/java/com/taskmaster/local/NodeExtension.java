package com.taskmaster.local;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests only where this machine has Node.js with npm, unless it is required. */
final class NodeExtension implements ExecutionCondition {

    private static final Program NPM = new Program("Node.js with npm", "taskmaster.node.required", List.of("npm"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NPM.evaluate(context);
    }
}
