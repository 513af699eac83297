package com.taskmaster.webapp.provider;

/** The OpenID provider is needed and is of no use at the moment; what it was needed for can be done later. */
public class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
