package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** A text of ISO 8601. Jackson's own would take numbers and arrays, too, and read 1e999 as 1970. */
final class IsoText<T> extends JsonDeserializer<T> {

    private final Class<T> type;
    private final Function<String, T> parse;

    IsoText(Class<T> type, Function<String, T> parse) {
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
        } catch (DateTimeException e) {
            return type.cast(context.handleWeirdStringValue(type, json.getText(), "not ISO 8601"));
        }
    }
}
