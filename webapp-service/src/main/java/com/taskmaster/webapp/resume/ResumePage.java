package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.signin.AuthorizationRequest;
import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a person comes back to after a sign-in that something had to wait for; it sends what was typed. */
@Path("/resume/{handle}")
@Authenticated
class ResumePage {

    private static final URI TASKS = URI.create("/tasks");

    private final InterruptedRequests requests;
    private final AuthorizationRequest signIn;
    private final SignedInUser user;

    ResumePage(InterruptedRequests requests, AuthorizationRequest signIn, SignedInUser user) {
        this.requests = requests;
        this.signIn = signIn;
        this.user = user;
    }

    @GET
    @Blocking // asks the database
    public Uni<RestResponse<TemplateInstance>> resume(@PathParam("handle") String handle, RoutingContext request) {
        return requests.next(new Handle(handle), user.subject())
                .map(next -> next.signInFirst()
                        ? signIn.beginAgain(
                                request,
                                next.interruption().demand().scope(),
                                next.interruption().demand().parameters())
                        : Uni.createFrom().item(goOn(next.interruption())))
                .orElseGet(() -> Uni.createFrom().item(RestResponse.seeOther(TASKS)));
    }

    private static RestResponse<TemplateInstance> goOn(Interruption interruption) {
        return interruption.form()
                ? RestResponse.ok(Templates.resume(interruption))
                : RestResponse.seeOther(URI.create(interruption.path()));
    }

    @CheckedTemplate(basePath = "resume")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance resume(Interruption interruption);

        static native TemplateInstance again(Interruption interruption);

        static native TemplateInstance refused(Kind kind, Interruption interruption, String traceId);
    }
}
