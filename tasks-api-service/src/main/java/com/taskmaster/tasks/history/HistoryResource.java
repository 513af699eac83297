package com.taskmaster.tasks.history;

import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.http.RefusedRequest;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tasks/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class HistoryResource {

    private static final String NEWEST_FIRST = "history";

    private final History history;
    private final CurrentAccount account;

    HistoryResource(History history, CurrentAccount account) {
        this.history = history;
        this.account = account;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @QueryNames({"cursor", "limit"})
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @Operation(
            operationId = "getTaskHistory",
            summary = "Read the changes of a task, newest first",
            description = "Which fields changed, their old and new values, when, and through which client.")
    public RestResponse<List<ChangeView>> read(@PathParam("id") UUID task, @Context UriInfo request) {
        var query = QueryParameters.of(request);
        var size = Page.size(query);
        var before = query.one(
                        "cursor",
                        "from a Link header of this history",
                        text -> Long.valueOf(Cursor.parse(text, NEWEST_FIRST).key()))
                .orElse(Long.MAX_VALUE);
        var changes = history.of(
                account.get(),
                task,
                before,
                size,
                change -> new Cursor(NEWEST_FIRST, Long.toString(change.id()), change.taskId()));
        if (changes.entries().isEmpty() && !history.isOf(account.get(), task)) {
            throw RefusedRequest.notFound("There is no such task");
        }
        return changes.response(request, ChangeView::of);
    }
}
