package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.audit.Audit.Event;
import java.util.Arrays;
import java.util.Set;

/**
 * Why the provider returned an error instead of an authorization code (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6,
 * RFC 8707 §2, RFC 9470 §5).
 */
public enum AuthorizationError {
    /** The user, or an administrator who decides for them, did not consent. */
    DECLINED(Event.SIGN_IN_REFUSED, "access_denied", "consent_required"),
    PERSON_NEEDED(
            Event.SIGN_IN_REFUSED,
            "login_required",
            "interaction_required",
            "account_selection_required",
            "unmet_authentication_requirements"),
    PROVIDER_UNAVAILABLE(Event.SIGN_IN_FAULT, "temporarily_unavailable", "server_error"),
    /** The client may not make this request: its registration does not match its configuration. */
    CLIENT_FAULT(
            Event.SIGN_IN_FAULT,
            "invalid_request",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_response_type",
            "invalid_request_uri",
            "invalid_request_object",
            "request_not_supported",
            "request_uri_not_supported",
            "invalid_target"),
    UNKNOWN(Event.SIGN_IN_REFUSED);

    final Event event;

    private final Set<String> codes;

    AuthorizationError(Event event, String... codes) {
        this.event = event;
        this.codes = Set.of(codes);
    }

    /** @param code the value of the parameter {@code error} */
    public static AuthorizationError of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.codes.contains(code))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
