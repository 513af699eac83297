package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Address;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.request.Forms;
import com.taskmaster.webapp.request.Room;
import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.trace.TraceId;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends users to the sign-in that their request has to wait for, and stores what they typed. */
@ApplicationScoped
public class Interruptions {

    /** The value of {@link Asked#RESUMED} for a request that is not interrupted again. */
    public static final String FOR_GOOD = "true";

    /** In bytes; more than the longest notes in any script. */
    private static final int MOST_GIVEN_BACK = 320 * 1024;

    private static final long GIVEN_BACK_TIMES = 8;

    private final InterruptedRequests requests;
    private final SignedInUser user;
    private final Room room;

    Interruptions(InterruptedRequests requests, SignedInUser user, Room room) {
        this.requests = requests;
        this.user = user;
        this.room = room;
    }

    /**
     * For a request that the Tasks API rejected.
     *
     * @param challenge its {@code WWW-Authenticate}, or {@code null}
     * @return where the sign-in starts; empty if no sign-in would help, or one of this kind did not
     */
    public Optional<URI> meet(String challenge, RoutingContext request) {
        return Demand.of(challenge)
                .filter(demand -> !Resumption.isMet(demand.kind(), request))
                .map(demand -> keep(interruption(user.subject(), demand, request), request));
    }

    /** For a request that was finally rejected: the page says so, and the form can be sent again from there. */
    public RestResponse<TemplateInstance> end(Status status, Kind kind, RoutingContext request) {
        if (!PostedForms.isForm(request)) {
            return ErrorPage.of(status, kind);
        }
        return refused(
                status, kind, Resumption.anew(Address.of(request)), interruption(user.subject(), Demand.NONE, request));
    }

    /**
     * For a form that waits for more than the user has allowed: it can be sent again, and then asks again.
     *
     * @return empty if no form of this user is waiting
     */
    public Optional<RestResponse<TemplateInstance>> declined(
            Status status, Kind kind, String subject, RoutingContext request) {
        return Resumption.waiting(request).flatMap(handle -> requests.find(handle, subject)
                .filter(Interruption::form)
                .map(form -> refused(status, kind, Resumption.of(handle, Resumption.anew(form.address())), form)));
    }

    /** For a form that was sent after the session had ended. */
    public Uni<RestResponse<TemplateInstance>> afterEndedSession(RoutingContext request) {
        var subject = RequestSession.endedSubject(request)
                .filter(whose -> !Resumption.isMet(Demand.NONE.kind(), request))
                .orElse(null);
        return Uni.createFrom()
                .item(() -> subject == null
                        ? onThePage(request)
                        : RestResponse.<TemplateInstance>seeOther(
                                keep(interruption(subject, Demand.NONE, request), request)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** @return where to continue; replaces the request that was waiting before */
    private URI keep(Interruption interruption, RoutingContext request) {
        var handle = requests.add(interruption);
        Resumption.waiting(request).ifPresent(requests::remove);
        if (interruption.form()) {
            WaitingForm.remember(handle, request);
        }
        return ResumePage.address(handle);
    }

    private static RestResponse<TemplateInstance> refused(Status status, Kind kind, Address action, Interruption form) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(ResumePage.Templates.refused(kind, action, form, TraceId.current()))
                .build();
    }

    /**
     * Returns the form within the page instead of storing it. If its sender is unknown, anybody could otherwise fill
     * the database. If the session of another sign-in has also ended immediately, the next one would hardly last. The
     * size is limited because the page takes several times the memory of the form.
     */
    private RestResponse<TemplateInstance> onThePage(RoutingContext request) {
        var size = Forms.of(request).length();
        return size <= MOST_GIVEN_BACK && room.take(size * GIVEN_BACK_TIMES, request)
                ? RestResponse.ResponseBuilder.<TemplateInstance>create(Status.UNAUTHORIZED)
                        .entity(ResumePage.Templates.again(interruption(null, Demand.NONE, request)))
                        .build()
                : ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED);
    }

    private static Interruption interruption(String subject, Demand demand, RoutingContext request) {
        var session = RequestSession.facts(request);
        return new Interruption(
                subject,
                session == null ? null : session.session(),
                PostedForms.isForm(request),
                Resumption.after(demand.kind(), request).value(),
                PostedForms.read(request),
                demand);
    }
}
