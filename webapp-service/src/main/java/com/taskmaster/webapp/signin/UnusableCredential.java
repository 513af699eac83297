package com.taskmaster.webapp.signin;

/** The client cannot authenticate with the provider because its credential is unreadable or invalid. */
public class UnusableCredential extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableCredential(Throwable cause) {
        super("The client's credential cannot be used", cause);
    }
}
