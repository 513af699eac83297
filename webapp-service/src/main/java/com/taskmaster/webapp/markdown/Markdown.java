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
 * Renders Markdown (CommonMark with bare links, strikethrough and task lists) as safe HTML.
 *
 * <p>HTML in the source is shown as text. Links may lead to http, https or mailto and send no referrer; others become
 * plain text. Images become links, because pages load nothing from other origins. Headings start at the third level.
 * Line breaks are kept.
 */
@RegisterForReflection(classNames = "org.owasp.shim.ForJava9AndLater") // the sanitizer loads it by name
public final class Markdown {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|mailto:).+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The deepest nesting of block quotes and lists; anything deeper is text. */
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

    /** Allows what the renderer writes and nothing else; a link whose address is not allowed becomes plain text. */
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

    /** Renders Markdown in time linear in its length, whatever the input. */
    public static RawString html(String markdown) {
        return new RawString(HARMLESS.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }
}
