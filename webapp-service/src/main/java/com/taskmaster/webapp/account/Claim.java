package com.taskmaster.webapp.account;

import io.quarkus.qute.TemplateData;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A claim of a token (RFC 7519 §4).
 *
 * @param time the value as an instant if the claim is a NumericDate (RFC 7519 §2)
 */
@TemplateData
record Claim(String name, String value, Optional<Instant> time) {

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

    private static final Set<String> TIMES = Set.of("auth_time", "iat", "exp");

    static List<Claim> of(JsonObject token) {
        return SHOWN.stream()
                .filter(token::containsKey)
                .map(name -> of(name, token))
                .toList();
    }

    private static Claim of(String name, JsonObject token) {
        return new Claim(
                name,
                token.getValue(name).toString(),
                TIMES.contains(name) ? Optional.of(token.getLong(name)).map(Instant::ofEpochSecond) : Optional.empty());
    }
}
