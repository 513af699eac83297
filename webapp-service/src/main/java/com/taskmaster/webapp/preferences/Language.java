package com.taskmaster.webapp.preferences;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the texts exist in, with the locale for its dates and numbers. */
public enum Language {
    ENGLISH("en", Locale.UK),
    AMERICAN_ENGLISH("en-US", Locale.US),
    GERMAN("de", Locale.GERMANY);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /**
     * The language tag in headers, cookies, forms and {@code lang} (RFC 5646), with a region only if it is not the
     * default one.
     */
    public String tag() {
        return tag;
    }

    /** The language's name in that language. */
    public String ownName() {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    /** The locale for dates and numbers. */
    Locale locale() {
        return locale;
    }

    static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /**
     * The preferred language of an {@code Accept-Language} header (RFC 9110 §12.5.4).
     *
     * @param header a well-formed one, or {@code null}
     * @return empty if it accepts none of our languages
     */
    static Optional<Language> accepted(String header) {
        return Optional.ofNullable(header)
                .map(LanguageRange::parse)
                .map(ranges -> Locale.lookupTag(
                        ranges, Stream.of(values()).map(Language::tag).toList()))
                .flatMap(Language::of);
    }
}
