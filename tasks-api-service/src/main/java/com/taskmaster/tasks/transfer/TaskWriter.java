package com.taskmaster.tasks.transfer;

import java.io.IOException;

/** Writes one task after another. It is not closed but ended, so that an export that breaks off does not look whole. */
interface TaskWriter {

    void write(TransferredTask task) throws IOException;

    /** Writes what ends the file, and flushes; the stream stays open. */
    void end() throws IOException;
}
