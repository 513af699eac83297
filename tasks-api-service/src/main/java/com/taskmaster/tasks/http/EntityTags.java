package com.taskmaster.tasks.http;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The entity tags of {@code If-Match} or {@code If-None-Match} (RFC 9110 §13.1.1, §13.1.2). Parsing stops at the first
 * malformed tag, so that what follows it never matches.
 */
final class EntityTags {

    private static final String ANY = "*";
    private static final Pattern NEXT =
            Pattern.compile("\\G[ \\t]*+(?:,[ \\t]*+)*+(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*+(?=,|$)");

    private final boolean any;
    private final List<MatchResult> tags;

    EntityTags(String header) {
        any = header.strip().equals(ANY);
        tags = NEXT.matcher(header).results().toList();
    }

    /** Strong comparison (RFC 9110 §8.8.3.2). */
    boolean name(String version) {
        return any
                || tags.stream()
                        .anyMatch(tag -> tag.group(1) == null && tag.group(2).equals(version));
    }

    /** Weak comparison: also matches tags marked weak on the way, as by a compressing proxy. */
    boolean nameWeakly(String version) {
        return any || tags.stream().anyMatch(tag -> tag.group(2).equals(version));
    }
}
