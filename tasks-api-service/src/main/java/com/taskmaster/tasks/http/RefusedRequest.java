package com.taskmaster.tasks.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

/** A request that this service refuses; unlike the framework's exceptions, its message is meant for the caller. */
public class RefusedRequest extends ClientErrorException {

    private static final long serialVersionUID = 1;

    /** @param message tells the caller why, and what to do about it */
    public RefusedRequest(String message, Status status) {
        super(message, status);
    }

    /** @param message tells the caller why, and what to do about it */
    public RefusedRequest(String message, int status) {
        super(message, status);
    }

    /** @param message tells the caller why, and what to do about it */
    public RefusedRequest(String message, Status status, Throwable cause) {
        super(message, status, cause);
    }

    /** @param message tells the caller what was not found */
    public static RefusedRequest notFound(String message) {
        return new RefusedRequest(message, Status.NOT_FOUND);
    }
}
