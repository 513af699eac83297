package com.taskmaster.local;

import com.taskmaster.backing.Program;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program that tests need. Where it is missing they are skipped, unless it is required.
 *
 * @param property the system property by which it is
 */
record Requirement(Program program, String property) {

    ConditionEvaluationResult evaluate(ExtensionContext context) {
        if (program.find().isPresent()) {
            return ConditionEvaluationResult.enabled(program.name() + " is there");
        }
        var missing = "There is no " + program.name() + " on this machine";
        if (Boolean.getBoolean(property)) {
            throw new IllegalStateException(missing + ", and what needs it must not be skipped");
        }
        System.err.println("***** SKIPPED: " + context.getDisplayName() + ". " + missing + " *****");
        return ConditionEvaluationResult.disabled(missing);
    }
}
