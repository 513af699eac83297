package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a list.
 *
 * @param next where the next page begins; empty on the last one
 */
public record Page<T>(List<T> entries, Optional<Cursor> next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    /** A page ends early once its long texts exceed this many bytes, because it is held in memory. */
    public static final int MOST_BYTES = 1 << 20;

    /**
     * @param found one entry more than the size if there is a next page
     * @param cursor makes the cursor that continues after an entry
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, Cursor> cursor) {
        return of(found.subList(0, Math.min(size, found.size())), found.size() > size, cursor);
    }

    /**
     * A page that may be shorter than requested.
     *
     * @param goesOn whether there is a next page
     */
    public static <T> Page<T> of(List<T> entries, boolean goesOn, Function<T, Cursor> cursor) {
        return new Page<>(
                entries, goesOn ? Optional.of(cursor.apply(entries.get(entries.size() - 1))) : Optional.empty());
    }

    /** @throws InvalidParameter if {@code limit} is not a valid page size */
    public static int size(QueryParameters query) {
        return query.one("limit", "a number from 1 to " + LARGEST_SIZE, Page::parseSize)
                .orElse(DEFAULT_SIZE);
    }

    /** The entries, with a {@code Link} header to the next page (RFC 8288). */
    public <V> RestResponse<List<V>> response(UriInfo request, Function<T, V> view) {
        var response =
                RestResponse.ResponseBuilder.ok(entries.stream().map(view).toList());
        next.ifPresent(cursor -> response.header(HttpHeaders.LINK, "<" + address(request, cursor) + ">; rel=\"next\""));
        return response.build();
    }

    /** Relative, so that it is right under whatever host name the caller uses. */
    private static String address(UriInfo request, Cursor cursor) {
        var uri = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor.toString())
                .build();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static int parseSize(String text) {
        var size = Integer.parseInt(text);
        if (size < 1 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException(text);
        }
        return size;
    }
}
