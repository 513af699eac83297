package com.taskmaster.webapp.preferences;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What the browser that asks wants, signed in or not: what was chosen is in its cookies, and what was not is told by its
 * headers or taken for granted. A cookie that says nothing we know is as good as none.
 */
@Named("preferences")
@RequestScoped
public class Preferences {

    static final String LANGUAGE = "preference_language";
    static final String THEME = "preference_theme";
    static final String ZONE = "preference_zone";

    private final RoutingContext request;

    Preferences(RoutingContext request) {
        this.request = request;
    }

    /** What texts, dates and numbers are written by. */
    public Locale locale() {
        return language().locale();
    }

    /** The one that was chosen, else the one that {@code Accept-Language} likes best, else English. */
    public Language language() {
        return cookie(LANGUAGE)
                .flatMap(Language::of)
                .or(() -> Language.accepted(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Language.ENGLISH);
    }

    /** What times are shown in; UTC as long as nobody knows better. */
    public ZoneId zone() {
        return cookie(ZONE).flatMap(Zones::of).orElse(ZoneOffset.UTC);
    }

    public Theme theme() {
        return cookie(THEME).flatMap(Theme::of).orElse(Theme.SYSTEM);
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }
}
