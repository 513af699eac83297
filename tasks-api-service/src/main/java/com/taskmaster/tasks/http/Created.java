package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** The 201 response to creating an entry of a collection (RFC 9110 §15.3.2). */
public final class Created {

    private Created() {}

    /** @param view the new entry as its owner sees it */
    public static RestResponse<Object> in(UriInfo collection, UUID id, int version, Object view) {
        return RestResponse.ResponseBuilder.create(Status.CREATED, view)
                .header(HttpHeaders.LOCATION, address(collection, id))
                .tag(Preconditions.etag(version))
                .build();
    }

    /** Relative, so that it is right under whatever host name and scheme the caller uses (RFC 9110 §10.2.2). */
    private static String address(UriInfo collection, UUID id) {
        return collection.getAbsolutePathBuilder().path(id.toString()).build().getRawPath();
    }
}
