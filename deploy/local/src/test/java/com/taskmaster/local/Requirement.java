package com.taskmaster.local;

import com.taskmaster.backing.Program;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program that tests need. If it is missing they are skipped, unless it is required.
 *
 * @param property the system property that makes it required
 */
record Requirement(Program program, String property) {

    ConditionEvaluationResult evaluate(ExtensionContext context) {
        return evaluate(program.name(), program.find().isPresent(), property, context);
    }

    static ConditionEvaluationResult evaluate(String name, boolean isThere, String property, ExtensionContext context) {
        if (isThere) {
            return ConditionEvaluationResult.enabled(name + " is there");
        }
        var missing = missing(name, property);
        System.err.println("***** SKIPPED: " + context.getDisplayName() + ". " + missing + " *****");
        return ConditionEvaluationResult.disabled(missing);
    }

    /**
     * Says that it is not there.
     *
     * @throws IllegalStateException if it is required
     */
    static String missing(String name, String property) {
        var missing = "There is no " + name + " on this machine";
        if (Boolean.getBoolean(property)) {
            throw new IllegalStateException(missing + ", and it is required: " + property);
        }
        return missing;
    }
}
