package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What holds for every page, whatever it is about. */
final class PageChecks {

    /** The standard has gone on since the validator's newest release that can be had. */
    private static final Pattern TOO_NEW =
            Pattern.compile(".*Attribute “(popover\\w*|inert|fetchpriority)” not allowed.*");

    /** Links in running text are as tall as their line (WCAG 2.2 SC 2.5.8). */
    private static final String TOO_SMALL_FOR_A_FINGER = """
            () => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
                .filter(part => part.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
                .filter(part => !(part.matches("a") && getComputedStyle(part).display === "inline"
                    && [...part.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())))
                .map(part => part.matches("[type=checkbox], [type=radio]") ? part.closest("label") ?? part : part)
                .map(part => [part, part.getBoundingClientRect()])
                .filter(([, box]) => box.width > 1 && box.bottom + scrollY > 0 && (box.width < 43.5 || box.height < 43.5))
                .map(([part, box]) => `${part.outerHTML.slice(0, 120)} ${Math.round(box.width)}x${Math.round(box.height)}`)""";

    private final HtmlStandard standard = new HtmlStandard();

    /** Nothing that axe knows keeps anybody out, as the page looks now; nor does a narrow screen. */
    void accessible(Page page, Look look) {
        assertThat(axe(page, look).analyze().getViolations())
                .as("%s, %s", page.url(), look)
                .extracting(PageChecks::description)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s, %s: nothing has to be scrolled to sideways", page.url(), look)
                .isEqualTo(true);
        if (look.isNarrow()) {
            assertThat((List<?>) page.evaluate(TOO_SMALL_FOR_A_FINGER))
                    .as("%s, %s: everything to touch is 44 pixels wide and high", page.url(), look)
                    .isEmpty();
        }
    }

    /**
     * Axe asks in the page itself: its other mode opens a page for each answer, which only pages with frames need. In the dark
     * the colours are all that is different.
     */
    private static AxeBuilder axe(Page page, Look look) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).setLegacyMode(true).options(options);
        return look.isDark() ? axe.withTags(List.of("cat.color")) : axe;
    }

    /** What the server sends for the page's address is HTML by the standard, in each language, and compressed. */
    void valid(Page page) {
        for (var language : List.of("en", "de")) {
            var html = page.request().get(page.url(), RequestOptions.create().setHeader("Accept-Language", language));
            valid(html.text());
            if (html.ok()) {
                assertThat(html.headers()).as(page.url()).containsEntry("content-encoding", "gzip");
            }
        }
    }

    /** It is HTML by the standard. */
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
