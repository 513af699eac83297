package com.taskmaster.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives journeys a Chromium of this machine; where there is none they are skipped, unless it is required. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final Program CHROMIUM = new Program(
            "Chromium", "taskmaster.browser.required", List.of("chromium", "chromium-browser", "google-chrome"));
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

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
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("browser", ignored -> new RunningBrowser(), RunningBrowser.class)
                .browser;
    }

    private static final class RunningBrowser implements AutoCloseable {

        /** Two cores may be busy with all the services at once. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM.find().orElseThrow())
                        .setArgs(OPTIONS));

        private RunningBrowser() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
