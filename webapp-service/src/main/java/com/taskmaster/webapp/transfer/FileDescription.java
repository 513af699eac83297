package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file and the result of its import.
 *
 * @param parts the number of parts in which it is stored
 * @param format the detected format; {@code null} if unclear
 * @param report {@code null} before the import
 * @param undone {@code null} unless the import was undone
 */
@RegisterForReflection // stored as encrypted JSON
@TemplateData
record FileDescription(String name, long size, int parts, FileFormat format, ImportReport report, UndoneImport undone) {

    static FileDescription of(String name, long size, int parts, FileFormat format) {
        return new FileDescription(name, size, parts, format, null, null);
    }

    FileDescription imported(ImportReport by) {
        return new FileDescription(name, size, parts, format, by, undone);
    }

    FileDescription undone(UndoneImport by) {
        return new FileDescription(name, size, parts, format, report, by);
    }

    /** In KiB, at least 1. */
    public long kibibytes() {
        return Math.max(1, Math.round(size / 1024.0));
    }
}
