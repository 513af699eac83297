package com.taskmaster.tasks.transfer.csv;

import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.Utf8Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits CSV into records (RFC 4180 §2) before parsing: records that are too long are skipped without being held in
 * memory, and a syntax error does not affect the next record.
 */
final class CsvLines {

    private static final int END = -1;

    private enum Place {
        FIELD_BEGIN,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE;

        Place after(int c) {
            if (this == QUOTED) {
                return c == '"' ? BEHIND_QUOTE : QUOTED;
            }
            if (c == ',') {
                return FIELD_BEGIN;
            }
            return c == '"' && this != PLAIN ? QUOTED : PLAIN;
        }
    }

    /** @param text {@code null} if the record is too long */
    record Lines(long line, String text, boolean quoteLeftOpen) {}

    private final BufferedReader in;
    private long line = 1;
    private boolean afterCarriageReturn;

    CsvLines(InputStream in) {
        this.in = new BufferedReader(new Utf8Reader(in));
    }

    /** The number of the current line. */
    long line() {
        return line;
    }

    /** The next record that is not empty; {@code null} at end of file. */
    Lines next() throws IOException {
        var c = read();
        while (isLineBreak(c)) {
            c = read();
        }
        if (c == END) {
            return null;
        }
        var begin = line;
        var text = new StringBuilder();
        var tooLong = false;
        var place = Place.FIELD_BEGIN;
        while (c != END && (place == Place.QUOTED || !isLineBreak(c))) {
            tooLong |= text.length() == TaskFormat.LONGEST_ROW;
            if (!tooLong) {
                text.append((char) c);
            }
            place = place.after(c);
            c = read();
        }
        return new Lines(begin, tooLong ? null : text.toString(), place == Place.QUOTED);
    }

    private int read() throws IOException {
        var c = in.read();
        if (c == '\r' || c == '\n' && !afterCarriageReturn) {
            line++;
        }
        afterCarriageReturn = c == '\r';
        return c;
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r';
    }
}
