package com.taskmaster.tasks.security;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why an access token was refused, worded for its sender (RFC 6750 §3), without revealing its content. */
public final class RefusedToken {

    /** The first match is reported. */
    private static final Map<Integer, String> REASONS = Map.of(
            ErrorCodes.EXPIRED, "The access token has expired",
            ErrorCodes.NOT_YET_VALID, "The access token is not valid yet",
            ErrorCodes.AUDIENCE_MISSING, "The access token has no audience",
            ErrorCodes.AUDIENCE_INVALID, "The access token is for another resource",
            ErrorCodes.ISSUER_MISSING, "The access token has no issuer",
            ErrorCodes.ISSUER_INVALID, "The access token is from another issuer",
            ErrorCodes.SIGNATURE_INVALID, "The signature of the access token is invalid",
            ErrorCodes.SIGNATURE_MISSING, "The access token is not signed");

    private static final String ANY = "The access token is not accepted";

    private RefusedToken() {}

    public static String reason(Throwable refusal) {
        return causes(refusal)
                .filter(InvalidJwtException.class::isInstance)
                .map(InvalidJwtException.class::cast)
                .flatMap(invalid -> invalid.getErrorDetails().stream())
                .map(error -> REASONS.get(error.getErrorCode()))
                .filter(reason -> reason != null)
                .findFirst()
                .or(() -> brokenRule(refusal))
                .orElse(ANY);
    }

    private static Optional<String> brokenRule(Throwable refusal) {
        return causes(refusal)
                .filter(BrokenRule.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
