package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A JSON array of objects of {@link TransferredTask}'s shape, each on its own line. */
@ApplicationScoped
class JsonArrayFormat implements TaskFormat {

    static final String MEDIA_TYPE = "application/json";

    private final ObjectWriter writer;
    private final ObjectReader reader;

    JsonArrayFormat(ObjectMapper json) {
        writer = json.writerFor(TransferredTask.class)
                .without(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        reader = strict(json.copy())
                .readerFor(TransferredTask.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A text is a text and a number a number: what a caller got wrong is refused rather than guessed. */
    private static ObjectMapper strict(ObjectMapper json) {
        for (var type : List.of(LogicalType.Textual, LogicalType.Float, LogicalType.Boolean, LogicalType.Enum)) {
            for (var shape : CoercionInputShape.values()) {
                json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
        json.coercionConfigFor(LogicalType.Float).setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert);
        json.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return json.registerModule(new SimpleModule()
                .addDeserializer(Instant.class, new IsoText<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, LocalDate::parse)));
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public TaskWriter writer(OutputStream out) throws IOException {
        var json = writer.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        return new TaskWriter() {
            @Override
            public void write(UUID id, TransferredTask task) throws IOException {
                json.writeRaw('\n');
                writer.writeValue(json, task);
            }

            @Override
            public void end() throws IOException {
                json.writeRaw('\n');
                json.writeEndArray();
                json.close();
                out.flush();
            }
        };
    }

    @Override
    public Iterator<Row> rows(InputStream in) {
        return new JsonRows(in, reader);
    }
}
