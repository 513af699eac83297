package com.taskmaster.tasks.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.body.CollectedBody;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.RefusedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header): a request with a key is processed
 * once, in the transaction that stores its response, and repeats within a day get that response.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final IdempotentRequests requests;
    private final CollectedBody body;
    private final ObjectMapper json;

    Idempotency(IdempotentRequests requests, CollectedBody body, ObjectMapper json) {
        this.requests = requests;
        this.body = body;
        this.json = json;
    }

    /**
     * Runs the operation, unless the same request has been answered before. If there is a key, the JSON body is read
     * again as a stream to be compared, and the response is stored.
     *
     * @throws RefusedRequest 422 if the key was used for a different request before, 409 if the first one is being processed
     * @throws InvalidParameter if the key is no key
     */
    public RestResponse<Object> once(
            Account account, HttpHeaders headers, UriInfo request, Supplier<RestResponse<Object>> operation) {
        return once(account, headers, () -> fingerprintWithBody(request), operation);
    }

    private String fingerprintWithBody(UriInfo request) {
        try (var sent = json.createParser(body.fromTheBeginning())) {
            return fingerprint(request).add(sent).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for a body that is a file: its fingerprint is taken while the operation reads it.
     *
     * @param mediaType the file's media type, without parameters
     * @param operation reads the file from the given stream
     * @throws UncheckedIOException if the file cannot be read to its end
     */
    public RestResponse<Object> onceReading(
            Account account,
            HttpHeaders headers,
            UriInfo request,
            String mediaType,
            InputStream file,
            Function<InputStream, RestResponse<Object>> operation) {
        var fingerprint = fingerprint(request).add(mediaType);
        var read = fingerprint.adding(file);
        return once(account, headers, () -> fingerprint.hexAtTheEndOf(read), () -> operation.apply(read));
    }

    /** Regardless of the host name, and of the encoding and order of the query. */
    private static Fingerprint fingerprint(UriInfo request) {
        return new Fingerprint().add(request.getPath()).add(new TreeMap<>(request.getQueryParameters()).toString());
    }

    private RestResponse<Object> once(
            Account account,
            HttpHeaders headers,
            Supplier<String> fingerprint,
            Supplier<RestResponse<Object>> operation) {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return operation.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidParameter(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
        }
        var id = new IdempotentRequest.Id(account.id(), key);
        var remembered = reserve(id);
        if (!remembered.isAnswered()) {
            return remember(id, fingerprint, operation.get());
        }
        if (!remembered.isOf(fingerprint.get())) {
            throw new RefusedRequest(
                    "This Idempotency-Key was used for a different request before", UNPROCESSABLE_CONTENT);
        }
        return again(remembered);
    }

    private IdempotentRequest reserve(IdempotentRequest.Id id) {
        try {
            return requests.reserve(id);
        } catch (LockTimeoutException e) {
            throw new RefusedRequest(
                    "The first request with this Idempotency-Key is still being processed", Status.CONFLICT, e);
        }
    }

    /** Looks the request up again: an operation on many tasks clears the persistence context from time to time. */
    private RestResponse<Object> remember(
            IdempotentRequest.Id id, Supplier<String> fingerprint, RestResponse<Object> answer) {
        requests.findById(id)
                .answer(
                        fingerprint.get(),
                        answer.getStatus(),
                        answer.getHeaderString(HttpHeaders.LOCATION),
                        answer.getHeaderString(HttpHeaders.ETAG),
                        write(answer.getEntity()));
        return answer;
    }

    private static RestResponse<Object> again(IdempotentRequest request) {
        return ResponseBuilder.<Object>create(request.status())
                .header(HttpHeaders.LOCATION, request.location())
                .header(HttpHeaders.ETAG, request.etag())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(request.body())
                .build();
    }

    private String write(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
