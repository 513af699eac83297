package com.taskmaster.webapp.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final String REL = "rel=\"noopener noreferrer nofollow\"";

    /** The limit of the Tasks API. */
    private static final int LONGEST_NOTES = 20_000;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern HARMLESS_TAG =
            Pattern.compile("</?(?:p|h[3-6]|blockquote|pre|code|ul|ol|li|strong|em|del|a)>"
                    + "|<!-- -->|<[bh]r />|<ol start=\"\\d+\">"
                    + "|<a href=\"(?:https?://|mailto:)[^\"<>]*\" rel=\"noopener noreferrer nofollow\">");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The **big** _ones_ ~~first~~ | <p>The <strong>big</strong> <em>ones</em> <del>first</del></p>
            # One                        | <h3>One</h3>
            ## Two                       | <h4>Two</h4>
            ### Three                    | <h5>Three</h5>
            #### Four                    | <h6>Four</h6>
            ###### Six                   | <h6>Six</h6>
            > said                       | <blockquote>\\n<p>said</p>\\n</blockquote>
            - one\\n- two                | <ul>\\n<li>one</li>\\n<li>two</li>\\n</ul>
            3. three                     | <ol start="3">\\n<li>three</li>\\n</ol>
            - [ ] open\\n- [x] done      | <ul>\\n<li>☐ open</li>\\n<li>☑ done</li>\\n</ul>
            `a < b`                      | <p>a &lt; b</p>
            ~~~\\nx < y\\n~~~            | <pre><code>x &lt; y\\n</code></pre>
            one\\ntwo                    | <p>one<br />\\ntwo</p>
            ***                          | <hr />
            """)
    void isHtml(String markdown, String html) {
        assertThat(html(lines(markdown))).isEqualToIgnoringNewLines(lines(html) + "\n");
    }

    @Test
    void htmlIsText() {
        assertThat(html("<b>x</b>")).isEqualTo("<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(html("")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "[x](https://example.org/?a=b), https://example.org/?a&#61;b, x",
        "[x](HTTP://example.org/), HTTP://example.org/, x",
        "[x](mailto:a@example.org), mailto:a&#64;example.org, x",
        "https://example.org/, https://example.org/, https://example.org/",
        "a@example.org, mailto:a&#64;example.org, a&#64;example.org",
        "<https://example.org/>, https://example.org/, https://example.org/",
        "![x](https://example.org/i.png), https://example.org/i.png, x",
        "![](https://example.org/i.png), https://example.org/i.png, https://example.org/i.png"
    })
    void linksTellNothingOfUs(String markdown, String href, String text) {
        assertThat(html(markdown).strip()).isEqualTo("<p><a href=\"" + href + "\" " + REL + ">" + text + "</a></p>");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[x](/logout)",
                "[x](//example.org)",
                "[x](tel:1)",
                "[x](file:///etc)",
                "[x](ftp://example.org)",
                "![x](/i.png)",
                "![x](data:image/png;base64,AA)",
                "[x]()",
                "[x](https:)"
            })
    void otherLinksAreTheirText(String markdown) {
        assertThat(html(markdown)).isEqualTo("<p>x</p>\n");
    }

    @Test
    void anImageInALinkIsItsText() {
        assertThat(html("[![x](https://example.org/i.png)](https://example.org/)"))
                .isEqualTo("<p><a href=\"https://example.org/\" " + REL + ">x</a></p>\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\" onerror=\"alert(1)\" />",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<body onload=alert(1)>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<object data=\"javascript:alert(1)\"></object>",
                "<embed src=\"javascript:alert(1)\">",
                "<form action=\"javascript:alert(1)\"><input name=attributes></form>",
                "<input id=getElementById name=body>",
                "<a href=\"javascript:alert(1)\" id=\"x\" name=\"y\">x</a>",
                "<a href=\"https://example.org\" onclick=\"alert(1)\" target=\"_blank\" style=\"x\">x</a>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<style>@import 'http://evil.example/x.css';</style>",
                "<link rel=stylesheet href=http://evil.example/x.css>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"http://evil.example/\">",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<details open ontoggle=alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?><script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](&#x6A;avascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](java\u0000script:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x]( javascript:alert(1) )",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](https://example.org/\"onmouseover=\"alert(1))",
                "[x](https://example.org 'x\" onmouseover=\"alert(1)')",
                "[x](https://example.org/<script>)",
                "<javascript:alert(1)>",
                "<https://example.org/\"onclick=alert(1)>",
                "https://example.org/\"onclick=\"alert(1)",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x]: https://example.org 'x\" onclick=\"alert(1)'\n\n[x]",
                "![x](javascript:alert(1))",
                "![\" onerror=\"alert(1)](https://example.org)",
                "![x](https://example.org/i.png 'x\" onload=\"alert(1)')",
                "```html onclick=alert(1)\n<script>alert(1)</script>\n```",
                "```\"onclick=alert(1)\nx\n```",
                "    <script>alert(1)</script>",
                "`<script>alert(1)</script>`",
                "# <img src=x onerror=alert(1)> {#id}",
                "- [x] <script>alert(1)</script>",
                "**<b onclick=alert(1)>x**",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\\<script>alert(1)\\</script>",
                "{{ x }} ${x} {x.raw} {#include x}",
                "\ud83d<script>\udc00"
            })
    void doesNoHarm(String markdown) {
        assertThat(TAG.matcher(html(markdown)).results().map(tag -> tag.group()))
                .allMatch(HARMLESS_TAG.asMatchPredicate());
    }

    static Stream<String> bombs() {
        var around = List.of("*", "**", "*_", "~~", "*a **a ", "[", "![", "<b>", "~~*", "\"");
        return Stream.concat(
                around.stream().map(sign -> twice(sign, LONGEST_NOTES / 2)),
                Stream.of(
                                ">",
                                "> ",
                                "- ",
                                "* ",
                                "1. ",
                                "#",
                                "<a ",
                                "<",
                                "`a``b```",
                                "[a]: b\n",
                                "![]()",
                                "```\n",
                                "a@",
                                "http://a.",
                                "&",
                                "\\",
                                "| ",
                                "*a\n",
                                "[a](",
                                "<!--")
                        .map(piece -> piece.repeat(LONGEST_NOTES / piece.length())));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void endsSoonHoweverDeepItIsNested(String bomb) {
        assertTimeout(Duration.ofSeconds(5), () -> doesNoHarm(bomb));
    }

    @Test
    void whatIsMadeOfSignsIsText() {
        assertThat(html("*".repeat(600) + "x\n\n*y*")).startsWith("<p>*****").endsWith("x</p>\n<p><em>y</em></p>\n");
    }

    private static String twice(String sign, int length) {
        return sign.repeat(length / sign.length()) + "x"
                + new StringBuilder(sign).reverse().toString().repeat(length / sign.length());
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    private static String html(String markdown) {
        return Markdown.html(markdown).getValue();
    }
}
