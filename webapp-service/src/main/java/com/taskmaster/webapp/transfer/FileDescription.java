package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is known of a file, and of its import.
 *
 * @param parts how many parts it is kept in
 * @param format what it seems to be; {@code null} if it is not clear
 * @param report {@code null} before the import
 * @param undone {@code null} as long as the import was not undone
 */
@RegisterForReflection // kept as JSON, encrypted
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

    /** In kibibytes, at least one. */
    public long kibibytes() {
        return Math.max(1, Math.round(size / 1024.0));
    }
}
