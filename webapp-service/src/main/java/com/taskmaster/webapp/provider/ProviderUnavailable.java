package com.taskmaster.webapp.provider;

/** The OpenID provider cannot be used at the moment; the operation can be repeated later. */
public class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
