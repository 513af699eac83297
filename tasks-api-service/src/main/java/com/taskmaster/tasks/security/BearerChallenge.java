package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

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

    /** @param description what is wrong with the token; see {@link #reason(Throwable)} */
    public String invalidToken(String description) {
        return "Bearer error=\"invalid_token\", error_description=\"" + description + "\", " + metadata();
    }

    /** Why a token was refused, in words that tell nothing of what stands in it. */
    public static String reason(Throwable refusal) {
        return RefusedToken.reason(refusal);
    }

    /** @param required told as the provider is to be asked for them, and as the metadata has them */
    public String insufficientScope(List<String> required) {
        var scopes = required.stream().map(resource::requestedAs).collect(Collectors.joining(" "));
        return "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\", " + metadata();
    }

    /** For a sign-in too old or too weak (RFC 9470 §3); its {@code acr_values} are separated by spaces. */
    String insufficientUserAuthentication(Duration maxAge, List<String> acrValues) {
        return "Bearer error=\"insufficient_user_authentication\""
                + ", error_description=\"A more recent or stronger sign-in is needed\""
                + ", max_age=\"" + maxAge.toSeconds() + "\""
                + (acrValues.isEmpty() ? "" : ", acr_values=\"" + String.join(" ", acrValues) + "\"")
                + ", " + metadata();
    }

    /** For a sign-in outside of the authentication context, in the words of Entra ID, whose clients repeat {@code claims} to it. */
    String insufficientClaims(String authenticationContext) {
        var claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"" + authenticationContext + "\"}}}";
        return "Bearer error=\"insufficient_claims\""
                + ", claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\""
                + ", " + metadata();
    }

    /** For a client that would not understand {@code claims}: there is nothing in it to be repeated. */
    String clientWithoutCapability() {
        return "Bearer error=\"insufficient_claims\""
                + ", error_description=\"The client does not say that it understands claims challenges\""
                + ", " + metadata();
    }

    private String metadata() {
        return "resource_metadata=\"" + resource.metadata() + "\"";
    }
}
