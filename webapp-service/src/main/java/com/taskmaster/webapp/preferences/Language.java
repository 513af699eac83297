package com.taskmaster.webapp.preferences;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the texts are written in. */
public enum Language {
    ENGLISH(Locale.UK),
    GERMAN(Locale.GERMANY);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Its tag (RFC 5646) without a region. */
    public String tag() {
        return locale.getLanguage();
    }

    /** What those call it who speak it. */
    public String ownName() {
        return locale.getDisplayLanguage(locale);
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
