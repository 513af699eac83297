package com.taskmaster.tasks.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS (RFC 9110 §9.3.7); the framework would also list the methods of other paths. */
class Options {

    private final AllowedMethods allowed;

    Options(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** @throws NotFoundException if there is no such resource */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Optional<RestResponse<Void>> answer(ContainerRequestContext request, UriInfo address) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return Optional.empty();
        }
        var methods = allowed.at(address);
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        var answer = RestResponse.ResponseBuilder.<Void>ok().header(HttpHeaders.ALLOW, methods);
        if (methods.contains(HttpMethod.PATCH)) {
            answer.header(MergePatch.ACCEPT_PATCH, MergePatch.MEDIA_TYPE);
        }
        return Optional.of(answer.build());
    }
}
