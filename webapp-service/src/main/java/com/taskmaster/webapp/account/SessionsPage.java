package com.taskmaster.webapp.account;

import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.session.SessionTermination;
import com.taskmaster.webapp.session.SessionView;
import com.taskmaster.webapp.session.Sessions;
import com.taskmaster.webapp.session.SignInFacts;
import com.taskmaster.webapp.signin.Client;
import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists the user's sessions, lets them end each one, and shows how they signed in to the current one. */
@Path("/account/sessions")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class SessionsPage {

    private static final URI HERE = URI.create("/account/sessions");
    private static final URI SIGN_OUT = URI.create("/logout");

    private final Sessions sessions;
    private final SessionTermination termination;
    private final SignedInUser user;
    private final OpenIdProvider provider;
    private final Client client;
    private final String redirectPath;

    SessionsPage(
            Sessions sessions,
            SessionTermination termination,
            SignedInUser user,
            OpenIdProvider provider,
            Client client,
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String redirectPath) {
        this.sessions = sessions;
        this.termination = termination;
        this.user = user;
        this.provider = provider;
        this.client = client;
        this.redirectPath = redirectPath;
    }

    @GET
    public TemplateInstance show(RoutingContext request, UriInfo uri) {
        var facts = RequestSession.facts(request);
        var entries = own().stream()
                .map(session -> SessionEntry.of(session, facts.session()))
                .toList();
        return Templates.sessions(user.displayName(), entries, flow(uri, facts));
    }

    /**
     * The current session is ended by signing out. Otherwise this page would start a new sign-in, which a provider may
     * grant without asking.
     *
     * @param session the id of the session to end; {@code null} ends all except the current one
     */
    @POST
    @Path("end")
    public RestResponse<Void> end(@FormParam("session") String session, RoutingContext request) {
        var present = RequestSession.facts(request).session();
        if (present.equals(session)) {
            return RestResponse.temporaryRedirect(SIGN_OUT);
        }
        var meant = own().stream()
                .map(SessionView::id)
                .filter(id -> session == null ? !id.equals(present) : id.equals(session))
                .toList();
        termination.endOwn(user.issuer(), user.subject(), meant);
        return RestResponse.seeOther(HERE);
    }

    private List<SessionView> own() {
        return sessions.of(user.issuer(), user.subject());
    }

    private SignInFlow flow(UriInfo uri, SignInFacts facts) {
        return new SignInFlow(
                provider.authorizationEndpoint(),
                provider.tokenEndpoint(),
                client.id(),
                client.authentication(),
                uri.getBaseUri().resolve(redirectPath).toString(),
                provider.sendsIssuer() ? provider.issuer() : null,
                client.additionalParameters(),
                facts);
    }

    @CheckedTemplate(basePath = "account")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance sessions(String user, List<SessionEntry> sessions, SignInFlow flow);
    }
}
