package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Address;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.signin.AuthorizationRequest;
import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Users return here after a sign-in that a request had to wait for. The page sends the form by itself once; if the user
 * returns because that failed, it shows the form and lets the user decide.
 */
@Path(Asked.RESUME)
@Produces(MediaType.TEXT_HTML)
@Authenticated
class ResumePage {

    private final InterruptedRequests requests;
    private final AuthorizationRequest signIn;
    private final SignedInUser user;

    ResumePage(InterruptedRequests requests, AuthorizationRequest signIn, SignedInUser user) {
        this.requests = requests;
        this.signIn = signIn;
        this.user = user;
    }

    @GET
    @Blocking // queries the database
    public Uni<RestResponse<TemplateInstance>> resume(
            @QueryParam(Asked.WAITING) @DefaultValue("") String waiting, RoutingContext request) {
        var handle = new Handle(waiting);
        return requests.find(handle, user.subject())
                .map(interruption ->
                        interruption.waitsIn(RequestSession.facts(request).session())
                                ? signIn.beginAgain(
                                        request,
                                        interruption.demand().scope(),
                                        interruption.demand().parameters())
                                : Uni.createFrom().item(goOn(interruption, handle)))
                .orElseGet(() -> Uni.createFrom().item(RestResponse.status(Status.NOT_FOUND, Templates.gone())));
    }

    /** The handle is in the query, which the framework passes on to the page for a failed sign-in. */
    static URI address(Handle waiting) {
        return URI.create(Resumption.of(waiting, new Address(Asked.RESUME)).value());
    }

    private RestResponse<TemplateInstance> goOn(Interruption interruption, Handle handle) {
        if (!interruption.form()) {
            return RestResponse.seeOther(URI.create(interruption.path()));
        }
        var action = Resumption.of(handle, interruption.address());
        return RestResponse.ok(
                requests.show(handle)
                        ? Templates.resume(action, interruption)
                        : Templates.waiting(action, interruption));
    }

    @CheckedTemplate(basePath = "resume")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance resume(Address action, Interruption interruption);

        static native TemplateInstance waiting(Address action, Interruption interruption);

        static native TemplateInstance gone();

        static native TemplateInstance again(Interruption interruption);

        static native TemplateInstance refused(Kind kind, Address action, Interruption interruption, String traceId);
    }
}
