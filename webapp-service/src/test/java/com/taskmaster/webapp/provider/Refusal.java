package com.taskmaster.webapp.provider;

import java.util.Map;

/** An error response of the authorization or token endpoint, with a description (RFC 6749 §4.1.2.1, §5.2). */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    Refusal(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    Map<String, String> parameters() {
        return Map.of("error", error, "error_description", getMessage());
    }

    Answer answer() {
        return Answer.json(status, parameters());
    }
}
