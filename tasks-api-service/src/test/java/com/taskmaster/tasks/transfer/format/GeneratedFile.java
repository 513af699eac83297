package com.taskmaster.tasks.transfer.format;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file too long for memory: a beginning, a middle repeated many times, and an end. */
public final class GeneratedFile extends InputStream {

    private final byte[] begin;
    private final byte[] middle;
    private final byte[] end;
    private final long endsAt;
    private final long length;
    private long position;

    public GeneratedFile(String begin, String middle, long times, String end) {
        this.begin = begin.getBytes(StandardCharsets.UTF_8);
        this.middle = middle.getBytes(StandardCharsets.UTF_8);
        this.end = end.getBytes(StandardCharsets.UTF_8);
        this.endsAt = this.begin.length + this.middle.length * times;
        this.length = endsAt + this.end.length;
    }

    @Override
    public int read() {
        if (position == length) {
            return -1;
        }
        var at = position++;
        if (at < begin.length) {
            return begin[(int) at] & 0xFF;
        }
        return (at < endsAt ? middle[(int) ((at - begin.length) % middle.length)] : end[(int) (at - endsAt)]) & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        var read = (int) Math.min(count, length - position);
        for (var i = 0; i < read; i++) {
            target[offset + i] = (byte) read();
        }
        return read == 0 ? -1 : read;
    }
}
