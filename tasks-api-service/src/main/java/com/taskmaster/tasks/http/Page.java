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

    /**
     * @param found one more than the size where there is a next page
     * @param cursor where a page that ends with this entry leads on
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, Cursor> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        return new Page<>(found.subList(0, size), Optional.of(cursor.apply(found.get(size - 1))));
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
