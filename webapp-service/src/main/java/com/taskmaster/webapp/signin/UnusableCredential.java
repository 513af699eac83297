package com.taskmaster.webapp.signin;

/** The client cannot prove to the provider who it is: its credential cannot be read, or is none. */
public class UnusableCredential extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableCredential(Throwable cause) {
        super("The client's credential cannot be used", cause);
    }
}
