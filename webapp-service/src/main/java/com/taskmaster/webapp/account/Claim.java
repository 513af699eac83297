package com.taskmaster.webapp.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A claim of a token (RFC 7519 §4), as a person reads it. */
record Claim(String name, String value) {

    private static final List<String> SHOWN = List.of(
            "iss",
            "aud",
            "azp",
            "sub",
            "sid",
            "scope",
            "scp",
            "acr",
            "amr",
            "auth_time",
            "iat",
            "exp",
            "ver",
            "tid",
            "oid");

    static List<Claim> of(JsonObject token) {
        return SHOWN.stream()
                .flatMap(name -> Optional.ofNullable(token.getValue(name)).stream()
                        .map(value -> new Claim(name, readable(name, value))))
                .toList();
    }

    /** Times are seconds of the epoch (RFC 7519 §2). */
    private static String readable(String name, Object value) {
        return switch (name) {
            case "auth_time", "iat", "exp" ->
                Instant.ofEpochSecond(((Number) value).longValue()).toString();
            default -> value.toString();
        };
    }
}
