package com.taskmaster.tasks.body;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A streamed request body with a size limit. */
final class LimitedStream extends FilterInputStream {

    private final long largest;
    private final RoutingContext exchange;
    private long length;

    LimitedStream(InputStream body, long largest, RoutingContext exchange) {
        super(body);
        this.largest = largest;
        this.exchange = exchange;
    }

    /** @throws BodyTooLarge beyond the limit */
    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        return added(super.read(bytes, offset, count));
    }

    /** @throws BodyTooLarge beyond the limit */
    @Override
    public int read() throws IOException {
        var next = super.read();
        added(next < 0 ? 0 : 1);
        return next;
    }

    private int added(int count) {
        length += Math.max(count, 0);
        if (length > largest) {
            UnreadBody.drain(exchange);
            throw new BodyTooLarge(largest);
        }
        return count;
    }
}
