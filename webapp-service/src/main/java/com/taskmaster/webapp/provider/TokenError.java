package com.taskmaster.webapp.provider;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The provider's refusal of a token request (RFC 6749 §5.2). */
public final class TokenError {

    private TokenError() {}

    /**
     * The error code; the framework gives the body of the answer as the message.
     *
     * @return nothing if it is something else that has failed
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
