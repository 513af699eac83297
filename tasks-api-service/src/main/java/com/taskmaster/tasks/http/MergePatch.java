package com.taskmaster.tasks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.jsonp.JsonProviderHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.StringReader;
import java.util.stream.Collectors;

/**
 * JSON Merge Patch (RFC 7396): {@code null} removes a member, an absent member is kept. Only changed members are
 * validated: stored values may predate a stricter rule and must not block other changes.
 */
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** The header that announces the supported patch formats (RFC 5789 §3.1). */
    public static final String ACCEPT_PATCH = "Accept-Patch";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Parses the patch on its own first: merging would silently drop an unknown member that is {@code null}.
     *
     * @throws JsonProcessingException if the patch is not an object or does not fit the type
     * @throws ConstraintViolationException if a changed member is not valid
     */
    public <T> T apply(JsonNode patch, T current, Class<T> type) throws JsonProcessingException {
        if (!patch.isObject()) {
            throw MismatchedInputException.from(null, type, "A patch must be an object");
        }
        json.treeToValue(patch, type);
        var before = jsonp(json.valueToTree(current)).asJsonObject();
        var merged = JsonProviderHolder.jsonProvider()
                .createMergePatch(jsonp(patch))
                .apply(before)
                .asJsonObject();
        var result = json.readValue(merged.toString(), type);
        var violations = validator.validate(result).stream()
                .filter(violation -> !isKept(member(violation), before, merged))
                .collect(Collectors.toSet());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    private static boolean isKept(String member, JsonObject before, JsonObject merged) {
        return before.containsKey(member) && before.get(member).equals(merged.get(member));
    }

    /** {@code null} if the object as a whole is not valid. */
    private static String member(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    private static JsonValue jsonp(JsonNode node) {
        try (var reader = JsonProviderHolder.jsonProvider().createReader(new StringReader(node.toString()))) {
            return reader.readValue();
        }
    }
}
