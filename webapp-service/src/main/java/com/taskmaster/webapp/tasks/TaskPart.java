package com.taskmaster.webapp.tasks;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.Link;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A part of a list of tasks.
 *
 * @param next the cursor of the next part
 */
public record TaskPart(List<Task> tasks, Optional<String> next) {

    /** The API's own address stays behind: only where the next part begins is kept of its link (RFC 8288). */
    static TaskPart of(RestResponse<List<Task>> response) {
        var next = Optional.ofNullable(response.getLink("next"))
                .map(Link::getUri)
                .map(QueryStringDecoder::new)
                .map(uri -> uri.parameters().get("cursor"))
                .map(cursors -> cursors.get(0));
        return new TaskPart(response.getEntity(), next);
    }
}
