package com.taskmaster.tasks.http;

/** A parameter or a field of a request whose value means nothing here; answered with 400. */
public class InvalidParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;

    /** @param message in words for the caller: what is expected */
    public InvalidParameter(String name, String message) {
        super(message);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
