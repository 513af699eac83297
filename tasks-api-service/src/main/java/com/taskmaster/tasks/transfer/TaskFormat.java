package com.taskmaster.tasks.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;

/** A format that tasks travel in, always UTF-8. Both ways it goes task by task, and never holds more than one. */
interface TaskFormat {

    /** A row takes up at most so many bytes: all of a task at its largest, and an end to what a reader holds. */
    int LONGEST_ROW = 500_000;

    /** The media type, without parameters. */
    String mediaType();

    /** Begins a file. The stream is buffered, and neither flushed nor closed before the {@link TaskWriter#end() end}. */
    TaskWriter writer(OutputStream out) throws IOException;

    /**
     * The rows of a file, in its order. What cannot be read is a {@link Row.Refused refused row}; the iterator throws
     * {@link java.io.UncheckedIOException} only where the stream itself fails.
     */
    Iterator<Row> rows(InputStream in);
}
