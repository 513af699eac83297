package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Conditional requests (RFC 9110 §13), which prevent lost updates. */
public final class Preconditions {

    private Preconditions() {}

    public static EntityTag etag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * A response to a read: 304 if the caller has this version already.
     *
     * @throws RefusedRequest 412 if {@code If-Match} does not match this version
     */
    public static <T> RestResponse<T> read(HttpHeaders headers, int version, Supplier<T> view) {
        if (isStale(headers, version)) {
            throw stale();
        }
        return isExcluded(headers, version)
                ? RestResponse.ResponseBuilder.<T>notModified(etag(version)).build()
                : answer(version, view.get());
    }

    /** The current representation with its {@code ETag}. */
    public static <T> RestResponse<T> answer(int version, T view) {
        return RestResponse.ResponseBuilder.ok(view).tag(etag(version)).build();
    }

    /**
     * @throws RefusedRequest 428 without {@code If-Match} (RFC 6585 §3); 412 if it does not match this version, or if
     *     {@code If-None-Match} does
     */
    public static void require(HttpHeaders headers, int version) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new RefusedRequest(
                    "This operation requires If-Match with the ETag that was read", Status.PRECONDITION_REQUIRED);
        }
        if (isStale(headers, version) || isExcluded(headers, version)) {
            throw stale();
        }
    }

    /** Another request has changed the resource since it was read. */
    public static RefusedRequest stale() {
        return new RefusedRequest(
                "The resource has been changed since you read it; read it again", Status.PRECONDITION_FAILED);
    }

    private static boolean isStale(HttpHeaders headers, int version) {
        return tags(headers, HttpHeaders.IF_MATCH)
                .filter(tags -> !tags.name(Integer.toString(version)))
                .isPresent();
    }

    private static boolean isExcluded(HttpHeaders headers, int version) {
        return tags(headers, HttpHeaders.IF_NONE_MATCH)
                .filter(tags -> tags.nameWeakly(Integer.toString(version)))
                .isPresent();
    }

    private static Optional<EntityTags> tags(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).map(EntityTags::new);
    }
}
