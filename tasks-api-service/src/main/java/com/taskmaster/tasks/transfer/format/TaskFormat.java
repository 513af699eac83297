package com.taskmaster.tasks.transfer.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;

/** A file format for tasks, always in UTF-8. Reading and writing hold one task at a time. */
public interface TaskFormat {

    /** The maximum size of a row: more than the largest task, and a bound on a reader's memory. */
    int LONGEST_ROW = 500_000;

    /** The media type, without parameters. */
    String mediaType();

    /** Starts a file. The stream is buffered, and neither flushed nor closed before {@link TaskWriter#end() end}. */
    TaskWriter writer(OutputStream out) throws IOException;

    /**
     * The rows of a file in order. Unreadable ones become {@link Row.Refused refused rows}; the iterator throws {@link
     * java.io.UncheckedIOException} only if the stream itself fails.
     */
    Iterator<Row> rows(InputStream in);
}
