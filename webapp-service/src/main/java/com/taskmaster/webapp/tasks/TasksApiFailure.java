package com.taskmaster.webapp.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The Tasks API failed, regardless of the user: it answered 5xx, or with a redirect, which is not followed because the
 * access token is meant only for the configured address.
 */
public sealed class TasksApiFailure extends ClientWebApplicationException {

    private static final long serialVersionUID = 1L;

    private static final String CONTENTION = "urn:problem-type:taskmaster:contention";

    /** The problem types by which the API says that nothing was changed. */
    private static final Set<String> WITHOUT_CHANGE =
            Set.of(CONTENTION, "urn:problem-type:taskmaster:busy", "urn:problem-type:taskmaster:database-timeout");

    private String type;

    private TasksApiFailure(Response answer) {
        super(answer);
    }

    /** Whether an immediate retry may succeed; {@code Retry-After} says that it will not. */
    boolean isMomentary() {
        return switch (getResponse().getStatus()) {
            case 502, 503, 504 -> getResponse().getHeaderString(HttpHeaders.RETRY_AFTER) == null;
            default -> false;
        };
    }

    /** Whether it is certain that nothing was changed. */
    public boolean hasChangedNothing() {
        return WITHOUT_CHANGE.contains(type());
    }

    /** As {@link Contention} if it is one, so that the circuit breaker can tell it apart. */
    TasksApiFailure classified() {
        return type().equals(CONTENTION) ? new Contention(this) : this;
    }

    /** Reads the response's body, which may block, and is possible only once. */
    private String type() {
        if (type == null) {
            type = Problem.of(getResponse()).map(Problem::type).orElse("");
        }
        return type;
    }

    /** One user's requests blocked each other, which says nothing about the API; a second later it may work. */
    static final class Contention extends TasksApiFailure {

        private static final long serialVersionUID = 1L;

        private Contention(TasksApiFailure unclassified) {
            super(unclassified.getResponse());
            super.type = unclassified.type;
        }
    }

    /** The problem type that the API gives (RFC 9457 §3.1.1). */
    @RegisterForReflection // read from error responses, which no client method declares
    record Problem(String type) {

        private static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

        /** @return empty if the response has no problem details, as from a proxy */
        private static Optional<Problem> of(Response answer) {
            return Optional.of(answer)
                    .filter(problem -> MEDIA_TYPE.isCompatible(problem.getMediaType()))
                    .map(problem -> problem.readEntity(Problem.class));
        }
    }

    /** Registered with every client of the Tasks API. */
    public static final class Mapper implements ResponseExceptionMapper<TasksApiFailure> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            var family = Family.familyOf(status);
            return family == Family.SERVER_ERROR || family == Family.REDIRECTION;
        }

        @Override
        public TasksApiFailure toThrowable(Response answer) {
            return new TasksApiFailure(answer);
        }
    }
}
