package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The values of {@code WWW-Authenticate} (RFC 6750 §3), each with the address of the resource's metadata (RFC 9728 §5.1). */
@ApplicationScoped
public class BearerChallenge {

    private final ResourceSettings resource;

    BearerChallenge(ResourceSettings resource) {
        this.resource = resource;
    }

    /** For a request without credentials: no error, for there was none. */
    public String missingToken() {
        return "Bearer " + metadata();
    }

    public String invalidToken() {
        return "Bearer error=\"invalid_token\", " + metadata();
    }

    public String insufficientScope(List<String> required) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + String.join(" ", required) + "\", " + metadata();
    }

    private String metadata() {
        return "resource_metadata=\"" + resource.metadata() + "\"";
    }
}
