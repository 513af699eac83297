package com.taskmaster.tasks.transfer.icalendar;

import java.io.IOException;
import java.io.Writer;

/** Folds content lines at 75 octets of UTF-8 (RFC 5545 §3.1), never within a character. */
final class FoldedLines extends Writer {

    private static final int LONGEST_LINE = 75;

    private final Writer out;
    private int octets;

    FoldedLines(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        for (var i = offset; i < offset + length; i++) {
            fold(chars[i]);
            out.write(chars[i]);
        }
    }

    private void fold(char c) throws IOException {
        if (c == '\r' || c == '\n') {
            octets = 0;
            return;
        }
        var more = octetsOf(c);
        if (octets + more > LONGEST_LINE) {
            out.write("\r\n ");
            octets = 1;
        }
        octets += more;
    }

    /** Counts a surrogate pair at its first half. */
    private static int octetsOf(char c) {
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c) ? 4 : 0;
        }
        return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
