package com.taskmaster.webapp.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page that forwards to the provider by itself. Browsers apply {@code form-action} to each redirect after a form
 * (Content Security Policy Level 3 §6.4.2), and the provider may redirect further, to origins unknown here. Navigation
 * from a page is not restricted.
 */
public final class Onward {

    private Onward() {}

    public static RestResponse<TemplateInstance> to(URI location) {
        return to(location, location);
    }

    /** @param link for browsers that do not forward by themselves; unlike {@code location}, it is part of the page */
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
