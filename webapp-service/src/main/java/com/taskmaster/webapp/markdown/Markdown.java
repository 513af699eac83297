package com.taskmaster.webapp.markdown;

import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown (CommonMark, with bare links, strikethrough and task lists) as HTML to put on a page.
 *
 * <p>HTML in it is text. A link leads to http, https or mailto, and tells nothing of us; another is its text. An image
 * is a link, for pages show none of other origins. Headings begin at the third level. A line break is one.
 */
@RegisterForReflection(classNames = "org.owasp.shim.ForJava9AndLater") // the sanitizer takes it by its name
public final class Markdown {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|mailto:).+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Quotations and lists in one another; deeper ones are text. */
    private static final int DEEPEST_BLOCK = 20;

    private static final List<Extension> EXTENSIONS =
            List.of(StrikethroughExtension.create(), AutolinkExtension.create(), TaskListItemsExtension.create());

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .inlineParserFactory(ShallowInlines::new)
            .extensions(EXTENSIONS)
            .postProcessor(PageElements::in)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .extensions(EXTENSIONS)
            .build();

    /** What the renderer writes, and nothing else; a link without an address that is allowed is its text. */
    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "ul", "ol", "li")
            .allowElements("strong", "em", "del", "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .toFactory();

    private Markdown() {}

    /** The HTML of this Markdown, in time that grows with its length, whatever it is. */
    public static RawString html(String markdown) {
        return new RawString(HARMLESS.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }
}
