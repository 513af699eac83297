package com.taskmaster.tasks.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.InvalidParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header): a request with a key happens once, in
 * the transaction that remembers it, and is answered again for a day as it was the first time.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final IdempotentRequests requests;
    private final ObjectMapper json;

    Idempotency(IdempotentRequests requests, ObjectMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * Runs the operation, unless the same request has been answered before.
     *
     * @param body what was asked for, as it was understood
     * @throws ClientErrorException 422 if the key came with another request before
     * @throws InvalidParameter if the key is no key
     */
    public RestResponse<Object> once(
            Account account,
            HttpHeaders headers,
            UriInfo request,
            Object body,
            Supplier<RestResponse<Object>> operation) {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return operation.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidParameter(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
        }
        var fingerprint = fingerprint(request.getPath(), body);
        var remembered = requests.reserve(new IdempotentRequest.Id(account.id(), key), fingerprint);
        if (!remembered.isOf(fingerprint)) {
            throw new ClientErrorException(
                    "This Idempotency-Key came with another request before", UNPROCESSABLE_CONTENT);
        }
        if (remembered.isAnswered()) {
            return again(remembered);
        }
        var answer = operation.get();
        remembered.answer(
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

    private String fingerprint(String path, Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
