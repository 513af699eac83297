package com.taskmaster.webapp.preferences;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the texts are written in, with the region whose dates and numbers go with it. */
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

    /** As headers, cookies, forms and {@code lang} name it (RFC 5646): with a region only where that is not the usual one. */
    public String tag() {
        return tag;
    }

    /** What those call it who speak it. */
    public String ownName() {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    /** What dates and numbers are written by. */
    Locale locale() {
        return locale;
    }

    static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /**
     * The one that an {@code Accept-Language} (RFC 9110 §12.5.4) likes best.
     *
     * @param header one that can be read, or {@code null}
     * @return nothing if it likes none of them
     */
    static Optional<Language> accepted(String header) {
        return Optional.ofNullable(header)
                .map(LanguageRange::parse)
                .map(ranges -> Locale.lookupTag(
                        ranges, Stream.of(values()).map(Language::tag).toList()))
                .flatMap(Language::of);
    }
}
