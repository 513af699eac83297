package com.taskmaster.webapp.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A file format that the Tasks API writes and reads, always in UTF-8. */
public enum FileFormat {
    CSV("csv", "text/csv"),
    ICALENDAR("ics", "text/calendar"),
    JSON("json", "application/json");

    private final String extension;
    private final String mediaType;

    FileFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The file name's extension, and a segment of the export's path. */
    public String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /**
     * Detects the format from the file's name, or else from its beginning.
     *
     * @param beginning the first characters of the file
     */
    static Optional<FileFormat> guess(String name, String beginning) {
        return of(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .or(() -> ofContent(beginning.replace("\uFEFF", "").strip()));
    }

    private static Optional<FileFormat> ofContent(String beginning) {
        var firstLine = beginning.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (beginning.startsWith("[")) {
            return Optional.of(JSON);
        }
        if (firstLine.startsWith("begin:vcalendar")) {
            return Optional.of(ICALENDAR);
        }
        return firstLine.matches("(.*[,;\t\"])?title([,;\t\"].*)?") ? Optional.of(CSV) : Optional.empty();
    }
}
