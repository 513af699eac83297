package com.taskmaster.webapp.transfer;

import java.io.InputStream;
import java.util.function.IntFunction;

/** A stream of parts, each of which is fetched when the previous one has been read. */
final class Parts extends InputStream {

    private final int count;
    private final IntFunction<byte[]> fetch;
    private byte[] part = {};
    private int next;
    private int position;

    Parts(int count, IntFunction<byte[]> fetch) {
        this.count = count;
        this.fetch = fetch;
    }

    @Override
    public int read() {
        return isAtTheEnd() ? -1 : part[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (isAtTheEnd()) {
            return -1;
        }
        var read = Math.min(length, part.length - position);
        System.arraycopy(part, position, target, offset, read);
        position += read;
        return read;
    }

    private boolean isAtTheEnd() {
        while (position == part.length && next < count) {
            part = fetch.apply(next++);
            position = 0;
        }
        return position == part.length;
    }
}
