package com.taskmaster.webapp.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Leaves a paragraph with too many inline delimiters as plain text: walking thousands of nested emphases would overflow
 * the stack, and the library limits only the nesting of blocks.
 */
final class ShallowInlines implements InlineParser {

    private static final String SIGNS = "*_~[]<";
    private static final int MOST_SIGNS = 500;

    private final InlineParser usual;

    ShallowInlines(InlineParserContext context) {
        this.usual = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        var content = lines.getContent();
        if (content.chars().filter(character -> SIGNS.indexOf(character) >= 0).count() > MOST_SIGNS) {
            block.appendChild(new Text(content));
        } else {
            usual.parse(lines, block);
        }
    }
}
