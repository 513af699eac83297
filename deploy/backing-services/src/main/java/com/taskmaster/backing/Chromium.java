package com.taskmaster.backing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed Chromium in headless mode. Users of this class need Playwright on the class path. */
public final class Chromium implements AutoCloseable {

    /** Prefers the headless shell, which draws no windows and needs fewer resources. */
    public static final Program PROGRAM = new Program(
            "Chromium", List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"));

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(OPTIONS));
    }

    /** @throws StartFailure if Chromium is not installed */
    public static Chromium start() {
        return new Chromium(PROGRAM.find().orElseThrow(() -> new StartFailure("There is no Chromium on this machine")));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
