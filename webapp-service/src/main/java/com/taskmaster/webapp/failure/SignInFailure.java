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
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.lang.JoseException;

/**
 * What keeps a sign-in from its end. Only what the browser has brought can be refused; whatever else goes wrong is between
 * the provider and this service, and nothing that a person could do better.
 */
enum SignInFailure {
    /** An answer of the provider that belongs to no sign-in of this browser, or does no longer. */
    REFUSED(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED, Event.SIGN_IN_REFUSED),
    SESSIONS_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, Kind.SESSIONS_UNAVAILABLE, Event.SIGN_IN_FAULT),
    PROVIDER_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE, Event.SIGN_IN_FAULT),
    CLOCKS_DIFFER(Status.BAD_GATEWAY, Kind.CLOCKS_DIFFER, Event.SIGN_IN_FAULT),
    /** An answer of the provider's that is none, or an error of it that names a fault of this client. */
    FAULT(Status.BAD_GATEWAY, Kind.SIGN_IN_FAULT, Event.SIGN_IN_FAULT);

    /** With these the provider refuses the client, whoever it asks for (RFC 6749 §5.2). */
    private static final Set<String> CLIENT_ERRORS = Set.of("invalid_client", "unauthorized_client");

    final Status status;
    final Kind kind;
    final Event event;

    SignInFailure(Status status, Kind kind, Event event) {
        this.status = status;
        this.kind = kind;
        this.event = event;
    }

    /** What keeps the framework from completing a sign-in: what it refuses by itself is the state, and has no cause. */
    static SignInFailure of(Throwable e) {
        return outage(e).orElseGet(() -> {
            if (isAboutWhatTheBrowserBrought(e)) {
                return REFUSED;
            }
            if (causes(e).anyMatch(IdTokenRules::isAboutTheClocks)) {
                return CLOCKS_DIFFER;
            }
            // The framework loses a failure of the network that has no cause of its own.
            return isCausedBy(e, NullPointerException.class) ? PROVIDER_UNAVAILABLE : FAULT;
        });
    }

    /** @return nothing if everything was reached and has answered */
    static Optional<SignInFailure> outage(Throwable e) {
        // First: the driver has lost its connection for a reason of the network, too.
        if (isCausedBy(e, SQLException.class)) {
            return Optional.of(SESSIONS_UNAVAILABLE);
        }
        // A file that cannot be read is no silence, nor is an answer that cannot, or that says no.
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
                // The state in the browser's cookie is not ours, or of a key that has been replaced.
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
