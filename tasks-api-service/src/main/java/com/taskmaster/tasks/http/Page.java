package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A part of a list.
 *
 * @param next where the next part begins; empty at the end
 */
public record Page<T>(List<T> entries, Optional<Cursor> next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    /** With this many bytes of long texts a page ends, whatever its size: what is read is held in memory. */
    public static final int MOST_BYTES = 1 << 20;

    /**
     * @param found one more than the size where there is a next page
     * @param cursor where a page that ends with this entry leads on
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, Cursor> cursor) {
        return of(found.subList(0, Math.min(size, found.size())), found.size() > size, cursor);
    }

    /**
     * A page that may be shorter than was asked for.
     *
     * @param goesOn whether there is a next page
     */
    public static <T> Page<T> of(List<T> entries, boolean goesOn, Function<T, Cursor> cursor) {
        return new Page<>(
                entries, goesOn ? Optional.of(cursor.apply(entries.get(entries.size() - 1))) : Optional.empty());
    }

    /** @throws InvalidParameter if {@code limit} is no size of a page */
    public static int size(QueryParameters query) {
        return query.one("limit", "a number from 1 to " + LARGEST_SIZE, Page::parseSize)
                .orElse(DEFAULT_SIZE);
    }

    /** The entries, with the address of the next page in a {@code Link} header (RFC 8288). */
    public <V> RestResponse<List<V>> response(UriInfo request, Function<T, V> view) {
        var response =
                RestResponse.ResponseBuilder.ok(entries.stream().map(view).toList());
        next.ifPresent(cursor -> response.header(HttpHeaders.LINK, "<" + address(request, cursor) + ">; rel=\"next\""));
        return response.build();
    }

    /** Relative to this host, whatever name the caller knows it by. */
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
