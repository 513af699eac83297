package com.taskmaster.webapp.tasks;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.Link;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The tasks that are shown at once.
 *
 * @param cursor where this part of the open tasks begins; {@code null} at the top
 * @param more the address of the next part
 * @param completed those that changed last
 */
record Overview(TaskCounts count, List<Task> open, String cursor, Optional<URI> more, List<Task> completed) {

    private static final int OPEN = 200;
    private static final int COMPLETED = 50;

    static Overview read(Tasks tasks, String cursor) {
        var open = tasks.list("open", "position", OPEN, cursor);
        var completed = tasks.list("completed", "changed", COMPLETED, null);
        return new Overview(
                tasks.count(), open.getEntity(), cursor, next(open).map(Overview::address), completed.getEntity());
    }

    /** The page that shows the open tasks from there on. */
    static URI address(String cursor) {
        return URI.create(
                cursor == null ? "/tasks" : "/tasks?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }

    public URI here() {
        return address(cursor);
    }

    public boolean isPastTheEnd() {
        return cursor != null && open.isEmpty();
    }

    /** The API's own address stays behind: the browser is told where the next part begins, and no more. */
    private static Optional<String> next(RestResponse<?> response) {
        return Optional.ofNullable(response.getLink("next"))
                .map(Link::getUri)
                .map(QueryStringDecoder::new)
                .map(uri -> uri.parameters().get("cursor"))
                .map(cursors -> cursors.get(0));
    }
}
