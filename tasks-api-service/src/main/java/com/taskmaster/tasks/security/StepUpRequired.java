package com.taskmaster.tasks.security;

/** The token is good, but the sign-in behind it is not good enough for the operation. */
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
                "This operation needs a recent, strong enough sign-in",
                challenge,
                true);
    }

    static StepUpRequired claims(String challenge) {
        return new StepUpRequired(
                "insufficient_claims",
                "This operation needs a sign-in in another authentication context",
                challenge,
                true);
    }

    static StepUpRequired beyondTheClient(String challenge) {
        return new StepUpRequired(
                "insufficient_claims",
                "This operation needs a sign-in in another authentication context, which this client cannot ask for",
                challenge,
                false);
    }

    /** The error code of the challenge. */
    public String error() {
        return error;
    }

    /** Whether the client can do something about it. */
    public boolean isAnswerable() {
        return answerable;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge;
    }
}
