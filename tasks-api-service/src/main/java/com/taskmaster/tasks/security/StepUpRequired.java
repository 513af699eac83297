package com.taskmaster.tasks.security;

/** The token is good, but the sign-in behind it is not good enough for the operation. */
public final class StepUpRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String challenge;

    private StepUpRequired(String error, String message, String challenge) {
        super(message);
        this.error = error;
        this.challenge = challenge;
    }

    static StepUpRequired authentication(String challenge) {
        return new StepUpRequired(
                "insufficient_user_authentication", "This operation needs a recent, strong enough sign-in", challenge);
    }

    static StepUpRequired claims(String challenge) {
        return new StepUpRequired(
                "insufficient_claims", "This operation needs a sign-in in another authentication context", challenge);
    }

    /** The error code of the challenge. */
    public String error() {
        return error;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge;
    }
}
