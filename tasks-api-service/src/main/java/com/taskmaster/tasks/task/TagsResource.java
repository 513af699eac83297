package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags", description = "The tags of the open tasks")
@RegisterForReflection // the challenge for a missing scope reads @RolesAllowed at run time
class TagsResource {

    private final Tasks tasks;
    private final CurrentAccount account;

    TagsResource(Tasks tasks, CurrentAccount account) {
        this.tasks = tasks;
        this.account = account;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(operationId = "listTags", summary = "List the tags of the open tasks, with how many have each")
    public List<TagCount> list() {
        return tasks.tags(account.get());
    }
}
