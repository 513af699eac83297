package com.taskmaster.webapp.board;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.PartlyCarriedOut;
import com.taskmaster.webapp.tasks.Refusal;
import com.taskmaster.webapp.tasks.Tasks;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undos;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;

/** Undoes the last action, unless the tasks have changed since. */
@Path("/undo")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class UndoPage {

    private final Undos undos;
    private final Tasks tasks;
    private final Answers answers;
    private final Preferences preferences;
    private final SignedInUser user;

    UndoPage(Undos undos, Tasks tasks, Answers answers, Preferences preferences, SignedInUser user) {
        this.undos = undos;
        this.tasks = tasks;
        this.answers = answers;
        this.preferences = preferences;
        this.user = user;
    }

    @POST
    public RestResponse<TemplateInstance> undo(
            @DefaultValue("") @FormParam("undo") String handle, @FormParam("here") String query) {
        var here = Filter.parse(query);
        var kept = new Handle(handle);
        var undo = undos.find(kept, user.subject());
        try {
            var done = undo.map(this::takeBack).orElse(Notice.Kind.NOT_UNDONE);
            // Only after a response: if the request failed, the user can try again.
            undo.ifPresent(answered -> undos.forget(kept));
            return answers.done(here, done);
        } catch (PartlyCarriedOut e) {
            undo.ifPresent(begun -> undos.replace(kept, begun.without(e.outcomes())));
            return answers.undoable(here, kept);
        }
    }

    /** @throws PartlyCarriedOut if the rest can be undone in a moment */
    private Notice.Kind takeBack(Undo undo) {
        try {
            tasks.carryOut(undo.operations(), preferences.zone());
            return Notice.Kind.UNDONE;
        } catch (PartlyCarriedOut e) {
            if (e.isBusy()) {
                throw e;
            }
            return Notice.Kind.PARTLY_UNDONE;
        } catch (ClientWebApplicationException e) {
            if (!Refusal.isOfChanges(e)) {
                throw e;
            }
            return Notice.Kind.NOT_UNDONE;
        }
    }
}
