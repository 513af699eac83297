package com.taskmaster.tasks.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.taskmaster.tasks.http.RefusedRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Protected resource metadata (RFC 9728): tells clients which authorization server and scopes they need. */
@Path(MetadataResource.WELL_KNOWN)
@RegisterForReflection // KnownQuery reads the operations by reflection
class MetadataResource {

    static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final ResourceSettings resource;
    private final AccessTokenSettings accessTokens;

    MetadataResource(ResourceSettings resource, AccessTokenSettings accessTokens) {
        this.resource = resource;
        this.accessTokens = accessTokens;
    }

    record Metadata(
            @Schema(required = true, examples = "https://tasks.example")
            URI resource,

            @JsonProperty("authorization_servers")
            @Schema(required = true, examples = "[\"https://provider.example/realms/taskmaster\"]")
            List<String> authorizationServers,

            @JsonProperty("scopes_supported") @Schema(required = true, examples = "[\"tasks.read\", \"tasks.write\"]")
            List<String> scopesSupported,

            @JsonProperty("bearer_methods_supported") @Schema(required = true, examples = "[\"header\"]")
            List<String> bearerMethodsSupported,

            @JsonProperty("resource_name") @Schema(required = true, examples = "TaskMaster Pro: Tasks API")
            String resourceName,

            @JsonProperty("resource_documentation")
            @Schema(required = true, examples = "https://tasks.example/q/swagger-ui")
            URI resourceDocumentation) {}

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Metadata")
    @Operation(
            operationId = "describeResource",
            summary = "Describe this protected resource (RFC 9728)",
            description = "If the resource identifier has a path, that path is appended to this one.")
    public Metadata describe() {
        return describeAt("");
    }

    /** Only at the URL derived from the resource identifier, which clients compare (RFC 9728 §3.3). */
    @GET
    @Path("{path: .+}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Metadata describe(@PathParam("path") String path) {
        return describeAt("/" + path);
    }

    private Metadata describeAt(String path) {
        if (!path.equals(resource.path())) {
            throw RefusedRequest.notFound("There is no resource of this name");
        }
        return new Metadata(
                resource.identifier(),
                List.of(accessTokens.issuer()),
                Stream.of(Scopes.READ, Scopes.WRITE).map(resource::requestedAs).toList(),
                List.of("header"),
                resource.name(),
                resource.documentation());
    }
}
