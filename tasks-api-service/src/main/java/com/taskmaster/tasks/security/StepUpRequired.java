package com.taskmaster.tasks.security;

/** The token is valid, but its sign-in is not recent or strong enough for the operation. */
public final class StepUpRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String challenge;

    private final boolean answerable;

    private StepUpRequired(String error, String message, String challenge, boolean answerable) {
        super(message);
        this.error = error;
        this.answerable = answerable;
        this.challenge = challenge;
    }

    static StepUpRequired authentication(String challenge) {
        return new StepUpRequired(
                "insufficient_user_authentication",
                "This operation requires a more recent or stronger sign-in",
                challenge,
                true);
    }

    static StepUpRequired claims(String challenge) {
        return new StepUpRequired(
                "insufficient_claims",
                "This operation requires a sign-in in another authentication context",
                challenge,
                true);
    }

    static StepUpRequired beyondTheClient(String challenge) {
        return new StepUpRequired(
                "insufficient_claims",
                "This operation requires a sign-in in another authentication context, which this client cannot request",
                challenge,
                false);
    }

    /** The error code of the challenge. */
    public String error() {
        return error;
    }

    /** Whether the client can meet the challenge. */
    public boolean isAnswerable() {
        return answerable;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge;
    }
}
