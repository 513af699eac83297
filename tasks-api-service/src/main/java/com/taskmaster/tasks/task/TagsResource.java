package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags", description = "The tags of the open tasks")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class TagsResource {

    private final Tasks tasks;
    private final CurrentAccount account;

    TagsResource(Tasks tasks, CurrentAccount account) {
        this.tasks = tasks;
        this.account = account;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @QueryNames({"cursor", "limit"})
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @Operation(
            operationId = "listTags",
            summary = "List the tags of the open tasks with their number of tasks",
            description = "A page of tags, by name. Link leads to the next page.")
    public RestResponse<List<TagCount>> list(@Context UriInfo request) {
        var query = QueryParameters.of(request);
        return tasks.tags(account.get(), query.one("cursor").map(TagCount::cursor), Page.size(query))
                .response(request, Function.identity());
    }
}
