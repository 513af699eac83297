package com.taskmaster.tasks.transfer.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A strict UTF-8 reader, with or without a byte order mark. It delivers everything before a malformed byte before it
 * throws {@link CharacterCodingException}, so that the line is known; {@link java.io.InputStreamReader} discards it.
 */
public final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private boolean begun;
    private boolean exhausted;

    public Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !decode()) {
            return -1;
        }
        if (!begun) {
            begun = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
                return read(target, offset, length);
            }
        }
        var count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** @return whether a character is available */
    private boolean decode() throws IOException {
        chars.clear();
        try {
            while (true) {
                var result = decoder.decode(bytes, chars, exhausted);
                if (chars.position() > 0) {
                    return true;
                }
                if (result.isError()) {
                    result.throwException();
                }
                if (exhausted) {
                    return false;
                }
                fill();
            }
        } finally {
            chars.flip();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        exhausted = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
