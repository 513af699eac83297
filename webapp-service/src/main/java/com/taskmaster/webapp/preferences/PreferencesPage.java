package com.taskmaster.webapp.preferences;

import com.taskmaster.webapp.signin.ReturnPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets people choose the language, theme, time zone and keyboard shortcuts, signed in or not. */
@Path("/preferences")
@Produces(MediaType.TEXT_HTML)
class PreferencesPage {

    private static final ReturnPath HERE = new ReturnPath(URI.create("/preferences"));

    private final Preferences preferences;

    PreferencesPage(Preferences preferences) {
        this.preferences = preferences;
    }

    @GET
    @PermitAll
    public TemplateInstance show(@HeaderParam("Referer") String from, UriInfo uri) {
        return Templates.preferences(
                preferences,
                from(from, uri),
                List.of(Language.values()),
                List.of(Theme.values()),
                Zones.regions(),
                Instant.now());
    }

    /** What is empty or unknown is left to the browser. */
    @POST
    @PermitAll
    public RestResponse<Void> choose(
            @FormParam("language") String language,
            @FormParam("theme") String theme,
            @FormParam("zone") String zone,
            @FormParam("letter_keys") String letterKeys,
            @FormParam("return_to") String returnTo) {
        preferences.choose(
                Language.of(language),
                Theme.of(theme).orElse(Theme.SYSTEM),
                Zones.of(zone),
                !Preferences.OFF.equals(letterKeys));
        return RestResponse.seeOther(ReturnPath.of(returnTo, HERE).uri());
    }

    /** A script sends the browser's time zone. */
    @POST
    @Path("zone")
    @PermitAll
    public void detect(@FormParam("zone") String zone) {
        preferences.detect(Zones.of(zone).orElseThrow(BadRequestException::new));
    }

    /** The page that linked here, if it is one of ours. */
    private static String from(String referer, UriInfo uri) {
        var origin = uri.getBaseUri().resolve("/").toString();
        var path = referer != null && referer.startsWith(origin) ? referer.substring(origin.length() - 1) : null;
        return ReturnPath.of(path, HERE).uri().toString();
    }

    @CheckedTemplate(basePath = "preferences")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance preferences(
                Preferences chosen,
                String returnTo,
                List<Language> languages,
                List<Theme> themes,
                Collection<Zones.Region> regions,
                Instant now);
    }
}
