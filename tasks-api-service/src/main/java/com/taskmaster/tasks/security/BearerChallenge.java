package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The challenges in {@code WWW-Authenticate} (RFC 6750 §3), each with the URL of the resource metadata (RFC 9728 §5.1).
 */
@ApplicationScoped
public class BearerChallenge {

    private final ResourceSettings resource;

    BearerChallenge(ResourceSettings resource) {
        this.resource = resource;
    }

    /** For a request without credentials, which gets no error code. */
    public String missingToken() {
        return "Bearer " + metadata();
    }

    /** @param description what is wrong with the token; see {@link RefusedToken#reason} */
    public String invalidToken(String description) {
        return "Bearer error=\"invalid_token\", error_description=\"" + description + "\", " + metadata();
    }

    /** @param required the scopes, written as clients request them from the provider */
    public String insufficientScope(List<String> required) {
        var scopes = required.stream().map(resource::requestedAs).collect(Collectors.joining(" "));
        return "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\", " + metadata();
    }

    /** For a sign-in that is too old or too weak (RFC 9470 §3); {@code acr_values} are separated by spaces. */
    String insufficientUserAuthentication(Duration maxAge, List<String> acrValues) {
        return "Bearer error=\"insufficient_user_authentication\""
                + ", error_description=\"A more recent or stronger sign-in is required\""
                + ", max_age=\"" + maxAge.toSeconds() + "\""
                + (acrValues.isEmpty() ? "" : ", acr_values=\"" + String.join(" ", acrValues) + "\"")
                + ", " + metadata();
    }

    /**
     * For a sign-in outside the authentication context, in Entra ID's format: the client passes {@code claims} on to
     * the provider.
     */
    String insufficientClaims(String authenticationContext) {
        var claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"" + authenticationContext + "\"}}}";
        return "Bearer error=\"insufficient_claims\""
                + ", claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\""
                + ", " + metadata();
    }

    /** For a client that does not support {@code claims}, so there is nothing to pass on. */
    String clientWithoutCapability() {
        return "Bearer error=\"insufficient_claims\""
                + ", error_description=\"The client does not declare support for claims challenges\""
                + ", " + metadata();
    }

    private String metadata() {
        return "resource_metadata=\"" + resource.metadata() + "\"";
    }
}
