package com.taskmaster.tasks.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.Status;

/** Conditional requests (RFC 9110 §13): nobody overwrites what they have not seen. */
public final class Preconditions {

    private Preconditions() {}

    public static EntityTag etag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** Whether the caller has this version already, so that 304 is the answer. */
    public static boolean isKnown(Request request, int version) {
        return request.evaluatePreconditions(etag(version)) != null;
    }

    /**
     * @throws ClientErrorException 428 without {@code If-Match} (RFC 6585 §3), 412 if it names other versions than this
     */
    public static void require(HttpHeaders headers, Request request, int version) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new ClientErrorException(
                    "This operation needs If-Match with the ETag that was read", Status.PRECONDITION_REQUIRED);
        }
        if (request.evaluatePreconditions(etag(version)) != null) {
            throw stale();
        }
    }

    /** Somebody else was quicker. */
    public static ClientErrorException stale() {
        return new ClientErrorException(
                "It has been changed since it was read; read it again", Status.PRECONDITION_FAILED);
    }
}
