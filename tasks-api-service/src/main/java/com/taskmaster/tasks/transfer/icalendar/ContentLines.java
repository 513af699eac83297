package com.taskmaster.tasks.transfer.icalendar;

import com.taskmaster.tasks.transfer.format.TaskFormat;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Unfolds content lines (RFC 5545 §3.1) as octets, because a line may be folded within a character. Lines that are too
 * long are skipped without being held in memory.
 */
final class ContentLines {

    private static final int END = -1;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** @param text {@code null} if the line is too long */
    record ContentLine(long line, String text) {

        boolean is(String other) {
            return text != null && text.stripTrailing().equalsIgnoreCase(other);
        }

        boolean begins(String name) {
            return text != null && text.regionMatches(true, 0, name, 0, name.length());
        }
    }

    private final BufferedInputStream in;
    private long line = 1;
    private int next;
    private boolean begun;

    ContentLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the current line. */
    long line() {
        return line;
    }

    /** The next line that is not empty; {@code null} at end of file. */
    ContentLine next() throws IOException {
        if (!begun) {
            begun = true;
            passByteOrderMark();
            next = in.read();
        }
        while (isLineBreak(next)) {
            passLineBreak();
        }
        if (next == END) {
            return null;
        }
        var begin = line;
        var octets = new ByteArrayOutputStream();
        var tooLong = false;
        do {
            for (; next != END && !isLineBreak(next); next = in.read()) {
                tooLong |= octets.size() == TaskFormat.LONGEST_ROW;
                if (!tooLong) {
                    octets.write(next);
                }
            }
        } while (isContinued());
        return new ContentLine(begin, tooLong ? null : text(octets, begin));
    }

    /** Skips the line break and, if the line is folded, the white space after it. */
    private boolean isContinued() throws IOException {
        if (next == END) {
            return false;
        }
        passLineBreak();
        if (next != ' ' && next != '\t') {
            return false;
        }
        next = in.read();
        return true;
    }

    private void passLineBreak() throws IOException {
        var first = next;
        next = in.read();
        if (first == '\r' && next == '\n') {
            next = in.read();
        }
        line++;
    }

    private void passByteOrderMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
    }

    private String text(ByteArrayOutputStream octets, long begin) throws CharacterCodingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            line = begin; // reported as the line that is not UTF-8
            throw e;
        }
    }

    private static boolean isLineBreak(int octet) {
        return octet == '\n' || octet == '\r';
    }
}
