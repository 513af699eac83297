package com.taskmaster.tasks.transfer.csv;

import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TaskWriter;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV (RFC 4180), with a {@link Column} for each value of a task. */
@ApplicationScoped
public class CsvFormat implements TaskFormat {

    public static final String MEDIA_TYPE = "text/csv";

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public TaskWriter writer(OutputStream out) throws IOException {
        var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(Stream.of(Column.values()).map(Column::header));
        return new TaskWriter() {
            @Override
            public void write(UUID id, TransferredTask task) throws IOException {
                printer.printRecord(Stream.of(Column.values()).map(column -> column.of(task)));
            }

            @Override
            public void end() throws IOException {
                printer.flush();
            }
        };
    }

    @Override
    public Iterator<Row> rows(InputStream in) {
        return new CsvRows(in);
    }
}
