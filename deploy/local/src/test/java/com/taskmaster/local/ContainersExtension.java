package com.taskmaster.local;

import com.taskmaster.backing.Program;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests only where this machine has a container engine that answers, and Docker Compose, unless they are required. */
final class ContainersExtension implements ExecutionCondition {

    private static final Requirement COMPOSE =
            new Requirement(new Program("Docker Compose", List.of(Containers.COMPOSE)), ContainerEngine.REQUIRED);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var compose = COMPOSE.evaluate(context);
        return compose.isDisabled()
                ? compose
                : Requirement.evaluate(
                        "container engine that answers", ContainerEngine.answers(), ContainerEngine.REQUIRED, context);
    }
}
