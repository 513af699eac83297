package com.taskmaster.webapp.tasks;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The Tasks API did not do its work, whoever asked: it answered 5xx, or with a redirect, which is not followed because
 * the access token is for the configured address alone.
 */
public sealed class TasksApiFailure extends ClientWebApplicationException {

    private static final long serialVersionUID = 1L;

    private TasksApiFailure(Response answer) {
        super(answer);
    }

    /** Whether the next moment may be better: who names a time to come back at (Retry-After) says that it will not. */
    boolean isMomentary() {
        return switch (getResponse().getStatus()) {
            case 502, 503, 504 -> getResponse().getHeaderString(HttpHeaders.RETRY_AFTER) == null;
            default -> false;
        };
    }

    /** Whether a change is certain not to have been made. */
    public boolean hasChangedNothing() {
        return this instanceof Contention;
    }

    /** One person's requests were in each other's way, which says nothing of the API; the next second may be better. */
    static final class Contention extends TasksApiFailure {

        private static final long serialVersionUID = 1L;
        private static final String NEXT_SECOND = "1";

        private Contention(Response answer) {
            super(answer);
        }

        private static boolean isToldBy(Response answer) {
            return answer.getStatus() == Status.SERVICE_UNAVAILABLE.getStatusCode()
                    && NEXT_SECOND.equals(answer.getHeaderString(HttpHeaders.RETRY_AFTER));
        }
    }

    /** For each client of the Tasks API. */
    public static final class Mapper implements ResponseExceptionMapper<TasksApiFailure> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            var family = Family.familyOf(status);
            return family == Family.SERVER_ERROR || family == Family.REDIRECTION;
        }

        @Override
        public TasksApiFailure toThrowable(Response answer) {
            return Contention.isToldBy(answer) ? new Contention(answer) : new TasksApiFailure(answer);
        }
    }
}
