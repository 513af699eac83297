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
 * The Tasks API did not do its work, whoever asked: it answered 5xx, or with a redirect, which is not followed because
 * the access token is for the configured address alone.
 */
public sealed class TasksApiFailure extends ClientWebApplicationException {

    private static final long serialVersionUID = 1L;

    private static final String CONTENTION = "urn:problem-type:taskmaster:contention";

    /** With these the API says that nothing was changed. */
    private static final Set<String> WITHOUT_CHANGE =
            Set.of(CONTENTION, "urn:problem-type:taskmaster:busy", "urn:problem-type:taskmaster:database-timeout");

    private String type;

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
        return WITHOUT_CHANGE.contains(type());
    }

    /** This, as what the circuit breaker knows apart. */
    TasksApiFailure classified() {
        return type().equals(CONTENTION) ? new Contention(this) : this;
    }

    /** Reads the answer, for which a thread may have to wait, and which can be done once. */
    private String type() {
        if (type == null) {
            type = Problem.of(getResponse()).map(Problem::type).orElse("");
        }
        return type;
    }

    /** One person's requests were in each other's way, which says nothing of the API; the next second may be better. */
    static final class Contention extends TasksApiFailure {

        private static final long serialVersionUID = 1L;

        private Contention(TasksApiFailure unclassified) {
            super(unclassified.getResponse());
            super.type = unclassified.type;
        }
    }

    /** What the API says is the matter (RFC 9457 §3.1.1). */
    @RegisterForReflection // read from an answer that no operation names
    record Problem(String type) {

        private static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

        /** @return nothing if another server has answered */
        private static Optional<Problem> of(Response answer) {
            return Optional.of(answer)
                    .filter(problem -> MEDIA_TYPE.isCompatible(problem.getMediaType()))
                    .map(problem -> problem.readEntity(Problem.class));
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
            return new TasksApiFailure(answer);
        }
    }
}
