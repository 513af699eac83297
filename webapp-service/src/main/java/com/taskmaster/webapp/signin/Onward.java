package com.taskmaster.webapp.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page that leads on to the provider by itself. Browsers hold each redirect behind a form to {@code form-action} (Content
 * Security Policy Level 3 §6.4.2), and a provider may lead on to one that nobody here knows of: where a page leads is no part
 * of the form.
 */
public final class Onward {

    private Onward() {}

    public static RestResponse<TemplateInstance> to(URI location) {
        return to(location, location);
    }

    /** @param link for a browser that does not lead on by itself; unlike {@code location}, it is part of the page */
    public static RestResponse<TemplateInstance> to(URI location, URI link) {
        return RestResponse.ResponseBuilder.ok(Templates.onward(link))
                .header("Refresh", "0;url=" + location)
                .build();
    }

    @CheckedTemplate(basePath = "signin")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance onward(URI link);
    }
}
