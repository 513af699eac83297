package com.taskmaster.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.taskmaster.backing.Chromium;
import java.time.Duration;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides journeys with the installed Chromium; without one they are skipped, unless it is required. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final Requirement CHROMIUM = new Requirement(Chromium.PROGRAM, "tests.browser.required");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return CHROMIUM.evaluate(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent("browser", ignored -> new RunningBrowser(), RunningBrowser.class)
                .chromium
                .browser();
    }

    private static final class RunningBrowser implements AutoCloseable {

        /** Two cores may be busy with all services at the same time. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final Chromium chromium = Chromium.start();

        private RunningBrowser() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        }

        @Override
        public void close() {
            chromium.close();
        }
    }
}
