package com.taskmaster.webapp.tasks;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.Link;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a collection of the Tasks API.
 *
 * @param next the cursor of the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Keeps only the cursor of the link to the next page (RFC 8288): the address is the API's own. */
    static <T> Page<T> of(RestResponse<List<T>> response) {
        var next = Optional.ofNullable(response.getLink("next"))
                .map(Link::getUri)
                .map(QueryStringDecoder::new)
                .map(uri -> uri.parameters().get("cursor"))
                .map(cursors -> cursors.get(0));
        return new Page<>(response.getEntity(), next);
    }
}
