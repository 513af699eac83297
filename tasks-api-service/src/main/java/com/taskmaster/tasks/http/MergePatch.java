package com.taskmaster.tasks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.jsonp.JsonProviderHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.StringReader;

/** JSON Merge Patch (RFC 7396): {@code null} clears, absence keeps; what comes out is validated. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The patch alone is read first, for what clears a field that there is not would leave no trace.
     *
     * @throws JsonProcessingException if the patch is no object, or does not fit the type
     * @throws ConstraintViolationException if the result is not valid
     */
    public <T> T apply(JsonNode patch, T current, Class<T> type) throws JsonProcessingException {
        if (!patch.isObject()) {
            throw MismatchedInputException.from(null, type, "A patch is an object");
        }
        json.treeToValue(patch, type);
        var merged = JsonProviderHolder.jsonProvider()
                .createMergePatch(jsonp(patch))
                .apply(jsonp(json.valueToTree(current)));
        var result = json.readValue(merged.toString(), type);
        var violations = validator.validate(result);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    private static JsonValue jsonp(JsonNode node) {
        try (var reader = JsonProviderHolder.jsonProvider().createReader(new StringReader(node.toString()))) {
            return reader.readValue();
        }
    }
}
