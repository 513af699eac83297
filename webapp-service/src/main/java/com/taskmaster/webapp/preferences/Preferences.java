package com.taskmaster.webapp.preferences;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The preferences of the requesting browser, signed in or not: cookies hold what was chosen; anything else comes from
 * the request's headers or has a default. Unknown values in cookies are ignored.
 */
@Named("preferences")
@RequestScoped
@TemplateData
@TemplateData(target = Optional.class) // for all templates
public class Preferences {

    static final String LANGUAGE = "preference_language";
    static final String THEME = "preference_theme";
    static final String ZONE = "preference_zone";
    static final String LETTER_KEYS = "preference_letter_keys";
    static final String DETECTED_ZONE = "preference_detected_zone";

    static final String OFF = "off";
    private static final Duration KEPT = Duration.ofDays(365);

    private final RoutingContext request;
    private final Optional<Language> chosenLanguage;
    private final Language language;
    private final Theme theme;
    private final Optional<ZoneId> chosenZone;
    private final ZoneId zone;
    private final boolean letterKeys;

    Preferences(RoutingContext request) {
        this.request = request;
        chosenLanguage = cookie(LANGUAGE).flatMap(Language::of);
        language = chosenLanguage
                .or(() -> Language.accepted(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Language.ENGLISH);
        theme = cookie(THEME).flatMap(Theme::of).orElse(Theme.SYSTEM);
        chosenZone = cookie(ZONE).flatMap(Zones::of);
        zone = chosenZone.or(() -> cookie(DETECTED_ZONE).flatMap(Zones::of)).orElse(Zones.UTC);
        letterKeys = cookie(LETTER_KEYS).filter(OFF::equals).isEmpty();
    }

    /** The locale for texts, dates and numbers. */
    public Locale locale() {
        return language.locale();
    }

    /** The chosen language, or else the preferred one of {@code Accept-Language}, or else English. */
    public Language language() {
        return language;
    }

    /** The time zone in which times are shown: the chosen one, or else the browser's, or else UTC. */
    public ZoneId zone() {
        return zone;
    }

    public Theme theme() {
        return theme;
    }

    /** Whether single-character shortcuts are on; users of speech input may want them off (WCAG 2.2 SC 2.1.4). */
    public boolean isLetterKeys() {
        return letterKeys;
    }

    public Optional<Language> chosenLanguage() {
        return chosenLanguage;
    }

    public Optional<ZoneId> chosenZone() {
        return chosenZone;
    }

    /** An empty choice restores the detection. */
    void choose(Optional<Language> language, Theme theme, Optional<ZoneId> zone, boolean letterKeys) {
        keep(LANGUAGE, language.map(Language::tag));
        keep(THEME, Optional.of(theme.value()));
        keep(ZONE, zone.map(ZoneId::getId));
        keep(LETTER_KEYS, letterKeys ? Optional.empty() : Optional.of(OFF));
    }

    /** Used unless another zone was chosen. */
    void detect(ZoneId zone) {
        keep(DETECTED_ZONE, Optional.of(zone.getId()));
    }

    private void keep(String name, Optional<String> value) {
        request.response()
                .addCookie(Cookie.cookie(name, value.orElse(""))
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(value.isPresent() ? KEPT.toSeconds() : 0));
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }
}
