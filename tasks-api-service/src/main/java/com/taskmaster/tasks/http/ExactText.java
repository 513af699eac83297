package com.taskmaster.tasks.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Reads a string in exactly one format. Jackson's own deserializers would also accept numbers, arrays and Base64, and
 * read 1e999 as 1970.
 */
final class ExactText<T> extends JsonDeserializer<T> {

    private final Class<T> type;
    private final Function<String, T> parse;

    /** @param parse throws {@link DateTimeException} or {@link IllegalArgumentException} for any other format */
    ExactText(Class<T> type, Function<String, T> parse) {
        this.type = type;
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        try {
            return parse.apply(json.getText());
        } catch (DateTimeException | IllegalArgumentException e) {
            return type.cast(context.handleWeirdStringValue(type, json.getText(), "has another format"));
        }
    }
}
