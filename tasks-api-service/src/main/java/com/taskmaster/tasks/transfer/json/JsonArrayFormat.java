package com.taskmaster.tasks.transfer.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TaskWriter;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.UUID;

/** A JSON array of {@link TransferredTask} objects, one per line. */
@ApplicationScoped
public class JsonArrayFormat implements TaskFormat {

    public static final String MEDIA_TYPE = "application/json";

    private final ObjectWriter writer;
    private final ObjectReader reader;

    public JsonArrayFormat(ObjectMapper json) {
        writer = json.writerFor(TransferredTask.class)
                .without(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        reader = json.readerFor(TransferredTask.class);
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
