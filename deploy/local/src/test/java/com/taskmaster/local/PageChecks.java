package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks that every page must pass. */
final class PageChecks {

    /** Parts of the standard that are newer than the validator's latest release. */
    private static final Pattern TOO_NEW =
            Pattern.compile(".*Attribute “(popover\\w*|inert|fetchpriority)” not allowed.*");

    /** Links within text are exempt, because their height is that of the line (WCAG 2.2 SC 2.5.8). */
    private static final String TOO_SMALL_FOR_A_FINGER = """
            () => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
                .filter(part => part.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
                .filter(part => !(part.matches("a") && getComputedStyle(part).display === "inline"
                    && [...part.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())))
                .map(part => part.matches("[type=checkbox], [type=radio]") ? part.closest("label") ?? part : part)
                .map(part => [part, part.getBoundingClientRect()])
                .filter(([, box]) => box.width > 1 && box.bottom + scrollY > 0 && (box.width < 43.5 || box.height < 43.5))
                .map(([part, box]) => `${part.outerHTML.slice(0, 120)} ${Math.round(box.width)}x${Math.round(box.height)}`)""";

    /** Whether the page's background is dark; null if the user's choice of a theme overrides the browser. */
    private static final String IS_DARK = """
            () => document.documentElement.dataset.theme === "system"
                ? Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g)) < 128
                : null""";

    /** Errors without a way to continue, or without the trace id of their log entry. */
    private static final String DEAD_END = """
            () => [...document.querySelectorAll("[data-error]")].filter(error =>
                !/^[0-9a-f]{32}$/.test(error.querySelector(".trace code")?.textContent)
                || error.matches("section") && !error.querySelector(".actions a, .actions button"))
              .map(error => error.dataset.error)""";

    /** The media features by which style sheets tell whether scripts run. */
    private static final String WITH_SCRIPTS = "(scripting: enabled)";

    private static final String WITHOUT_SCRIPTS = "(scripting: none)";

    private final HtmlStandard standard = new HtmlStandard();

    private final Received received = new Received();

    /** Records the HTML that this browser's pages receive from now on. */
    void listenTo(BrowserContext browser) {
        received.listenTo(browser);
    }

    /** Axe finds no violation on the page as it is now, and everything fits the width of the screen. */
    void accessible(Page page, Look look) {
        if (look.isWide() || !look.isDark()) {
            assertThat(axe(page, look).analyze().getViolations())
                    .as("%s, %s", page.url(), look)
                    .extracting(PageChecks::description)
                    .isEmpty();
        }
        fits(page, look);
        assertThat(page.evaluate(IS_DARK)).as("%s, %s", page.url(), look).isIn(null, look.isDark());
        assertThat((List<?>) page.evaluate(DEAD_END)).as(page.url()).isEmpty();
    }

    /** The same for a browser without scripts: axe is one, so another browser shows the page's HTML. */
    void accessibleWithoutScripts(Page page) {
        var shown = page.content();
        var address = page.url().replaceAll("#.*", "");
        try (var browser = page.context().browser().newContext()) {
            browser.route("**", route -> show(shown, address, route));
            var copy = browser.newPage();
            copy.navigate(address);
            Look.each(copy, look -> accessible(copy, look));
            Look.eachExtreme(copy, look -> fits(copy, look));
        }
    }

    private static void show(String document, String address, Route route) {
        var asked = route.request().url();
        if (asked.equals(address)) {
            route.fulfill(new FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(document));
        } else if (asked.endsWith(".css")) {
            var styles = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(styles)
                    .setBody(styles.text().replace(WITH_SCRIPTS, "print").replace(WITHOUT_SCRIPTS, "all")));
        } else if (asked.endsWith(".js")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    /** Nothing overflows the screen, and nothing is too small to touch; wide screens may be touch screens too. */
    void fits(Page page, Look look) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s, %s: nothing has to be scrolled to sideways", page.url(), look)
                .isEqualTo(true);
        assertThat((List<?>) page.evaluate(TOO_SMALL_FOR_A_FINGER))
                .as("%s, %s: everything to touch is 44 pixels wide and high", page.url(), look)
                .isEmpty();
    }

    /**
     * Runs axe within the page: its other mode opens a page for each result, which only pages with frames need. In dark
     * mode only the colors differ, and a wide screen shows all of them.
     */
    private static AxeBuilder axe(Page page, Look look) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).setLegacyMode(true).options(options);
        return look.isDark() ? axe.withTags(List.of("cat.color")) : axe;
    }

    /**
     * Everything that the page has received is valid HTML, and so is what the server sends for its URL, in each
     * language and compressed.
     */
    void valid(Page page) {
        received.takeFrom(page).forEach(this::valid);
        for (var language : List.of("en", "de")) {
            var html = page.request()
                    .get(
                            page.url(),
                            RequestOptions.create()
                                    .setHeader("Accept-Language", language)
                                    .setMaxRedirects(0));
            if (html.ok()) {
                valid(html.text());
                assertThat(html.headers()).as(page.url()).containsEntry("content-encoding", "gzip");
            }
        }
    }

    /** The HTML conforms to the standard. */
    void valid(String html) {
        assertThat(standard.errors(html))
                .as(html)
                .filteredOn(Predicate.not(TOO_NEW.asMatchPredicate()))
                .isEmpty();
    }

    private static String description(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
    }
}
