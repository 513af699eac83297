package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.xml.sax.SAXException;

/** What holds for every page, whatever it is about. */
final class PageChecks {

    /** The standard has gone on since the validator's newest release that can be had. */
    private static final Pattern TOO_NEW =
            Pattern.compile(".*Attribute “(popover\\w*|inert|fetchpriority)” not allowed.*");

    /** Nothing that axe knows keeps anybody out, narrow and wide, light and dark; nor does a narrow screen. */
    void accessible(Page page) {
        Look.each(page, look -> {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s, %s", page.url(), look)
                    .extracting(PageChecks::description)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s, %s: nothing has to be scrolled to sideways", page.url(), look)
                    .isEqualTo(true);
        });
    }

    /** What the server sends for the page's address is HTML by the standard, in each language. */
    void valid(Page page) {
        for (var language : List.of("en", "de")) {
            var html = page.request().get(page.url(), RequestOptions.create().setHeader("Accept-Language", language));
            valid(html.text());
        }
    }

    /** It is HTML by the standard. */
    void valid(String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        validator.setNoStream(true);
        try {
            var messages = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            assertThat(messages.lines())
                    .as(html)
                    .filteredOn(message -> message.contains(" error: "))
                    .filteredOn(Predicate.not(TOO_NEW.asMatchPredicate()))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError("The page cannot even be read", e);
        }
    }

    private static String description(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
    }
}
