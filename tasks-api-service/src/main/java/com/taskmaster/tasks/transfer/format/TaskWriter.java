package com.taskmaster.tasks.transfer.format;

import java.io.IOException;
import java.util.UUID;

/** Writes tasks one by one. It has an end instead of a close, so that an aborted export does not look complete. */
public interface TaskWriter {

    /** @param id identifies the task to calendars; other formats omit it */
    void write(UUID id, TransferredTask task) throws IOException;

    /** Writes the end of the file and flushes; the stream stays open. */
    void end() throws IOException;
}
