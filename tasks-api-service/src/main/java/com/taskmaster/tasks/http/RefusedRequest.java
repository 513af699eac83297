package com.taskmaster.tasks.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

/** A request that the service itself refuses: its message is for the caller, as those of the framework are not. */
public class RefusedRequest extends ClientErrorException {

    private static final long serialVersionUID = 1;

    /** @param message in words for the caller: why, and what to do about it */
    public RefusedRequest(String message, Status status) {
        super(message, status);
    }

    /** @param message in words for the caller: why, and what to do about it */
    public RefusedRequest(String message, int status) {
        super(message, status);
    }

    /** @param message in words for the caller: why, and what to do about it */
    public RefusedRequest(String message, Status status, Throwable cause) {
        super(message, status, cause);
    }

    /** @param message in words for the caller: what there is not */
    public static RefusedRequest notFound(String message) {
        return new RefusedRequest(message, Status.NOT_FOUND);
    }
}
