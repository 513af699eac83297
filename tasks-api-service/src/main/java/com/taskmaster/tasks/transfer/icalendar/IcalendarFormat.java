package com.taskmaster.tasks.transfer.icalendar;

import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TaskWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;

/** iCalendar (RFC 5545), with a VTODO for each task. Its only line break in text is the line feed. */
@ApplicationScoped
public class IcalendarFormat implements TaskFormat {

    public static final String MEDIA_TYPE = "text/calendar";

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public TaskWriter writer(OutputStream out) throws IOException {
        return new IcalendarWriter(out);
    }

    @Override
    public Iterator<Row> rows(InputStream in) {
        return new IcalendarRows(in);
    }
}
