package com.taskmaster.webapp.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
class LandingPage {

    @GET
    @PermitAll
    public TemplateInstance show() {
        return Templates.landing();
    }

    @CheckedTemplate(basePath = "landing")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance landing();
    }
}
