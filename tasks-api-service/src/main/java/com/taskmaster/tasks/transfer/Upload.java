package com.taskmaster.tasks.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/** Reads a whole upload before anything else is done: a slow sender then holds a thread, but no database connection. */
final class Upload {

    private static final int PART = 65_536;

    private Upload() {}

    /**
     * @param body limited in size by the server
     * @throws InterruptedIOException if it takes too long
     * @throws IOException if it cannot be read completely
     */
    static InputStream whole(InputStream body, Duration longest) throws IOException {
        var begun = System.nanoTime();
        var parts = new ArrayList<InputStream>();
        var part = new byte[PART];
        var length = 0;
        for (int count; (count = body.read(part, length, PART - length)) >= 0; ) {
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new InterruptedIOException("A file took longer than " + longest);
            }
            length += count;
            if (length == PART) {
                parts.add(new ByteArrayInputStream(part));
                part = new byte[PART];
                length = 0;
            }
        }
        parts.add(new ByteArrayInputStream(part, 0, length));
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
