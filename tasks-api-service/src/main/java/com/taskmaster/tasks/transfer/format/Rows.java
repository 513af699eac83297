package com.taskmaster.tasks.transfer.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads rows one by one, until end of file or an error after which reading cannot continue. */
public abstract class Rows implements Iterator<Row> {

    private Row next;
    private boolean ended;

    /** @return {@code null} at the end of the file */
    protected abstract Row read() throws IOException;

    /** The number of the current line. */
    protected abstract long line();

    /** Rejects a row after which reading cannot continue. */
    protected final Row.Refused last(long line, Reason reason, Object... values) {
        return last(new Unreadable(null, reason, values).at(line));
    }

    protected final Row.Refused last(Row.Refused row) {
        ended = true;
        return row;
    }

    public static Unreadable tooLong() {
        return new Unreadable(null, Reason.TOO_LONG, TaskFormat.LONGEST_ROW);
    }

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended |= next == null;
        }
        return next != null;
    }

    @Override
    public final Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    private Row advance() {
        try {
            return read();
        } catch (CharacterCodingException e) {
            return last(line(), Reason.NOT_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
