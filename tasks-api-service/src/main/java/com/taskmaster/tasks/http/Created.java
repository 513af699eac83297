package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What a caller is told of the entry that it has added to a collection (RFC 9110 §15.3.2). */
public final class Created {

    private Created() {}

    /** @param view what was made, as its owner sees it */
    public static RestResponse<Object> in(UriInfo collection, UUID id, int version, Object view) {
        return RestResponse.ResponseBuilder.create(Status.CREATED, view)
                .header(HttpHeaders.LOCATION, address(collection, id))
                .tag(Preconditions.etag(version))
                .build();
    }

    /** Relative to this host, by whatever name and scheme the caller knows it (RFC 9110 §10.2.2). */
    private static String address(UriInfo collection, UUID id) {
        return collection.getAbsolutePathBuilder().path(id.toString()).build().getRawPath();
    }
}
