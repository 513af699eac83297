package com.taskmaster.webapp.provider;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The error response to a token request (RFC 6749 §5.2). */
public final class TokenError {

    private TokenError() {}

    /**
     * The error code, parsed from the exception's message, in which the framework passes the response body.
     *
     * @return empty if the exception has another reason
     */
    public static Optional<String> code(Throwable e) {
        try {
            return e instanceof OIDCException
                    ? Optional.ofNullable(new JsonObject(e.getMessage()).getString("error"))
                    : Optional.empty();
        } catch (DecodeException | ClassCastException notAnErrorAnswer) {
            return Optional.empty();
        }
    }
}
