package com.taskmaster.webapp.resume;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the Tasks API demands of a sign-in before it carries out the request.
 *
 * @param scope the scope to be granted (RFC 6750 §3), or {@code null}
 * @param parameters additional parameters of the authorization request: {@code acr_values} and {@code max_age} (RFC
 * 9470 §4), {@code claims} (OpenID Connect Core §5.5)
 */
@RegisterForReflection // stored as encrypted JSON
record Demand(String scope, Map<String, String> parameters) {

    /** The kinds of demands; each may interrupt a request once. */
    enum Kind {
        SESSION,
        SCOPE,
        AUTHENTICATION,
        CLAIMS
    }

    /** Any sign-in will do. */
    static final Demand NONE = new Demand(null, Map.of());

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * @param challenge a value of {@code WWW-Authenticate}, or {@code null}
     * @return empty if another sign-in would not help
     */
    static Optional<Demand> of(String challenge) {
        if (challenge == null || !challenge.startsWith("Bearer ")) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        PARAMETER.matcher(challenge).results().forEach(found -> parameters.put(found.group(1), found.group(2)));
        return switch (parameters.getOrDefault("error", "")) {
            case "insufficient_scope" ->
                Optional.ofNullable(parameters.get("scope")).map(scope -> new Demand(scope, Map.of()));
            case "insufficient_user_authentication" -> {
                parameters.keySet().retainAll(Set.of("acr_values", "max_age"));
                yield Optional.of(new Demand(null, parameters));
            }
            case "insufficient_claims" ->
                claims(parameters.get("claims")).map(claims -> new Demand(null, Map.of("claims", claims)));
            default -> Optional.empty();
        };
    }

    boolean asksForNothing() {
        return equals(NONE);
    }

    Kind kind() {
        if (asksForNothing()) {
            return Kind.SESSION;
        }
        if (scope != null) {
            return Kind.SCOPE;
        }
        return parameters.containsKey("claims") ? Kind.CLAIMS : Kind.AUTHENTICATION;
    }

    /**
     * Entra ID's own challenge has the claims in Base64.
     *
     * @return empty if they are not a JSON object (OpenID Connect Core §5.5)
     */
    private static Optional<String> claims(String encoded) {
        try {
            return Optional.ofNullable(encoded)
                    .map(Base64.getDecoder()::decode)
                    .map(bytes -> new JsonObject(new String(bytes, StandardCharsets.UTF_8)).encode());
        } catch (IllegalArgumentException | DecodeException e) {
            return Optional.empty();
        }
    }
}
