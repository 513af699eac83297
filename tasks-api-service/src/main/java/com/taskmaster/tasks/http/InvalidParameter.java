package com.taskmaster.tasks.http;

import com.taskmaster.tasks.http.InvalidRequest.FieldError;

/** A parameter or field whose value is not allowed; answered with 400. */
public class InvalidParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;
    private final FieldCode code;

    /** @param message tells the caller what is expected */
    public InvalidParameter(String name, String message) {
        this(name, message, null);
    }

    /** @param code stable and machine-readable, whatever the wording */
    public InvalidParameter(String name, String message, FieldCode code) {
        super(message);
        this.name = name;
        this.code = code;
    }

    public String name() {
        return name;
    }

    public FieldError error() {
        return new FieldError(name, getMessage(), code == null ? null : code.code());
    }
}
