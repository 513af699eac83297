package com.taskmaster.webapp.tasks;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.Link;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a list of the Tasks API.
 *
 * @param next the cursor of the next page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** The API's own address stays behind: only where the next page begins is kept of its link (RFC 8288). */
    static <T> Page<T> of(RestResponse<List<T>> response) {
        var next = Optional.ofNullable(response.getLink("next"))
                .map(Link::getUri)
                .map(QueryStringDecoder::new)
                .map(uri -> uri.parameters().get("cursor"))
                .map(cursors -> cursors.get(0));
        return new Page<>(response.getEntity(), next);
    }
}
