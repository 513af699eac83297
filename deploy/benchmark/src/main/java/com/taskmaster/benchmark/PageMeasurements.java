package com.taskmaster.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.local.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages of a user with 10,000 open tasks, measured in a browser and on the server alone. */
final class PageMeasurements {

    private static final String USER = "alice";
    private static final int TASKS = 10_000;
    private static final int VISITS = 15;

    /** About as long as the API has been under load by then. */
    private static final int WARM_UP_SECONDS = 120;

    private static final String ZONE = "zone=UTC";

    private final Pair pair;
    private final Tokens tokens;
    private final Dataset dataset;
    private final Browser browser;
    private final Path data;
    private final String subject;

    PageMeasurements(Pair pair, Tokens tokens, Dataset dataset, Browser browser, Path data) {
        this.pair = pair;
        this.tokens = tokens;
        this.dataset = dataset;
        this.browser = browser;
        this.data = data;
        this.subject = new KeycloakAdmin(pair.keycloak()).userId(USER);
    }

    void run() throws IOException {
        dataset.fill(subject, TASKS);
        try (var person = browser.newContext(new NewContextOptions().setTimezoneId("UTC"))) {
            signIn(person);
            measureServer(cookiesOf(person));
            measureBrowser(person);
        }
    }

    private void measureServer(String cookies) throws IOException {
        var webapp = Target.webapp(pair);
        var api = Target.tasksApi(pair);
        var token = tokens.of(subject);
        var tasks = Request.page("/tasks", cookies);
        Load.full("warm-up", List.of(tasks), data).warmUp(webapp, WARM_UP_SECONDS);

        System.out.printf("%n  One request after the other, %,d open tasks%n  %s%n", TASKS, Result.HEADER);
        var list = Load.single(
                        "API: GET /tasks",
                        Request.get("/tasks?status=open&sort=position&limit=50&" + ZONE, token),
                        data)
                .measure(api);
        var summary = Load.single("API: GET /tasks/summary", Request.get("/tasks/summary?" + ZONE, token), data)
                .measure(api);
        var page = Load.single("page: /tasks, which asks for both", tasks, data).measure(webapp);
        var session = Load.single("/login, signed in: the session alone", Request.page("/login", cookies), data)
                .measure(webapp);
        var nothing = Load.single("a file, which needs no session", Request.page("/assets/icon.svg", cookies), data)
                .measure(webapp);

        System.out.printf(
                Locale.ROOT,
                "%n  The page of tasks takes %.1f times what the API takes for both answers (goal: 1.5); to know who"
                        + " asks takes %.1f ms.%n",
                page.median() / (list.median() + summary.median()),
                session.median() - nothing.median());
    }

    private void measureBrowser(BrowserContext person) {
        var page = person.pages().get(0);
        var visits = IntStream.range(0, VISITS)
                .mapToObj(visit -> visit(page))
                .sorted()
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%n  In the browser the first tasks are there after %.0f ms, of %d visits at most %.0f ms (goal: 1,000).%n",
                visits.get(VISITS / 2),
                VISITS,
                visits.get(VISITS - 1));

        var parts = new ArrayList<Double>();
        while (page.locator("#more").count() > 0) {
            parts.add(scrollOn(page));
        }
        var slowest = parts.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "  Scrolled to the end: %d tasks, the last 50 after %.0f ms, at most %.0f ms.%n%n",
                page.locator(".task").count(),
                parts.get(parts.size() - 1),
                slowest);
    }

    /** @return milliseconds from the navigation to the first contentful paint, which includes the tasks */
    private double visit(Page page) {
        page.navigate(pair.webapp() + "/tasks");
        page.locator(".task").first().waitFor();
        page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length");
        return number(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    }

    /** @return milliseconds until more tasks appear */
    private static double scrollOn(Page page) {
        return number(page.evaluate("""
                () => new Promise(resolve => {
                  const list = document.getElementById("rows");
                  const before = list.childElementCount;
                  const start = performance.now();
                  new MutationObserver((changes, observer) => {
                    if (list.childElementCount > before || !document.getElementById("more")) {
                      observer.disconnect();
                      requestAnimationFrame(() => resolve(performance.now() - start));
                    }
                  }).observe(list, { childList: true });
                  document.getElementById("more").scrollIntoView();
                })"""));
    }

    private void signIn(BrowserContext person) {
        var page = person.newPage();
        page.navigate(pair.webapp() + "/login");
        page.locator("#username").fill(USER);
        page.locator("#password").fill(USER);
        page.locator("#kc-login").click();
        var consent = page.locator("#kc-login[name=accept]");
        var board = page.locator("#board");
        consent.or(board).first().waitFor();
        if (consent.isVisible()) {
            consent.click();
        }
        board.waitFor();
    }

    private static String cookiesOf(BrowserContext person) {
        return person.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
