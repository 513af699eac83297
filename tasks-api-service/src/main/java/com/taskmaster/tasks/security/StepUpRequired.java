package com.taskmaster.tasks.security;

/** The token is valid, but its sign-in is not recent or strong enough for the operation. */
public final class StepUpRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Remedy remedy;
    private final String challenge;

    /** What the caller can do about it. */
    public enum Remedy {
        /** Sign in again, as the challenge says (RFC 9470). */
        SIGN_IN,
        /** Pass the challenge's claims on to the provider (Entra ID). */
        CLAIMS,
        /** Use another client: this one does not support claims challenges. */
        ANOTHER_CLIENT
    }

    private StepUpRequired(Remedy remedy, String message, String challenge) {
        super(message);
        this.remedy = remedy;
        this.challenge = challenge;
    }

    static StepUpRequired authentication(String challenge) {
        return new StepUpRequired(
                Remedy.SIGN_IN, "This operation requires a more recent or stronger sign-in", challenge);
    }

    static StepUpRequired claims(String challenge) {
        return new StepUpRequired(
                Remedy.CLAIMS, "This operation requires a sign-in in another authentication context", challenge);
    }

    static StepUpRequired beyondTheClient(String challenge) {
        return new StepUpRequired(
                Remedy.ANOTHER_CLIENT,
                "This operation requires a sign-in in another authentication context, which this client cannot request",
                challenge);
    }

    public Remedy remedy() {
        return remedy;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String challenge() {
        return challenge;
    }
}
