package com.taskmaster.tasks.transfer;

import java.io.IOException;
import java.util.UUID;

/** Writes one task after another. It is not closed but ended, so that an export that breaks off does not look whole. */
interface TaskWriter {

    /** @param id by which a calendar knows the task again; other formats do not tell it */
    void write(UUID id, TransferredTask task) throws IOException;

    /** Writes what ends the file, and flushes; the stream stays open. */
    void end() throws IOException;
}
