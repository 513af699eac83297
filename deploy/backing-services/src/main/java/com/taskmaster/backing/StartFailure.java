package com.taskmaster.backing;

/** Something could not be started; the one-line message is for the person who started it. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? "" : " (" + message.lines().findFirst().orElse("") + ")";
    }
}
