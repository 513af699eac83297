package com.taskmaster.webapp.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.provider.ProviderUnavailable;
import com.taskmaster.webapp.provider.TokenError;
import com.taskmaster.webapp.signin.IdTokenRules;
import com.taskmaster.webapp.signin.UnusableCredential;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.lang.JoseException;

/**
 * Why a sign-in was not completed. Only what the browser sent can be refused; everything else is between the provider
 * and this service, and users can do nothing about it.
 */
enum SignInFailure {
    /** A response of the provider that does not belong, or no longer belongs, to a sign-in of this browser. */
    REFUSED(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED, Event.SIGN_IN_REFUSED),
    SESSIONS_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, Kind.SESSIONS_UNAVAILABLE, Event.SIGN_IN_FAULT),
    PROVIDER_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE, Event.SIGN_IN_FAULT),
    CLOCKS_DIFFER(Status.BAD_GATEWAY, Kind.CLOCKS_DIFFER, Event.SIGN_IN_FAULT),
    /** An invalid response of the provider, or an error that indicates a fault of this client. */
    FAULT(Status.BAD_GATEWAY, Kind.SIGN_IN_FAULT, Event.SIGN_IN_FAULT);

    /** The error codes with which the provider refuses the client, whoever the user is (RFC 6749 §5.2). */
    private static final Set<String> CLIENT_ERRORS = Set.of("invalid_client", "unauthorized_client");

    final Status status;
    final Kind kind;
    final Event event;

    SignInFailure(Status status, Kind kind, Event event) {
        this.status = status;
        this.kind = kind;
        this.event = event;
    }

    /**
     * Classifies a sign-in that the framework could not complete. If the framework itself rejects the state, its
     * exception has no cause.
     */
    static SignInFailure of(Throwable e) {
        return outage(e).orElseGet(() -> {
            if (isAboutWhatTheBrowserBrought(e)) {
                return REFUSED;
            }
            if (causes(e).anyMatch(IdTokenRules::isAboutTheClocks)) {
                return CLOCKS_DIFFER;
            }
            // For a network failure without a cause of its own, the framework throws a NullPointerException.
            return isCausedBy(e, NullPointerException.class) ? PROVIDER_UNAVAILABLE : FAULT;
        });
    }

    /** @return empty if everything was reachable and responded */
    static Optional<SignInFailure> outage(Throwable e) {
        // SQL failures first, because a lost database connection is also caused by an IOException.
        if (SqlFailures.behind(e).findAny().isPresent()) {
            return Optional.of(SESSIONS_UNAVAILABLE);
        }
        // An unreadable file is not an outage, nor is a response that cannot be parsed or that refuses the client.
        if (isCausedBy(e, UnusableCredential.class)
                || isCausedBy(e, JsonProcessingException.class)
                || tokenErrors(e).anyMatch(CLIENT_ERRORS::contains)) {
            return Optional.of(FAULT);
        }
        return isCausedBy(e, IOException.class) || isCausedBy(e, ProviderUnavailable.class)
                ? Optional.of(PROVIDER_UNAVAILABLE)
                : Optional.empty();
    }

    private static boolean isAboutWhatTheBrowserBrought(Throwable e) {
        return e.getCause() == null && e.getMessage() != null
                // The state in the browser's cookie is not ours, or was encrypted with a key that has been replaced.
                || e.getCause() instanceof JoseException
                || tokenErrors(e).anyMatch("invalid_grant"::equals)
                || causes(e).anyMatch(IdTokenRules::isAboutTheNonce);
    }

    private static Stream<String> tokenErrors(Throwable e) {
        return causes(e).flatMap(cause -> TokenError.code(cause).stream());
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Exception> type) {
        return causes(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }
}
