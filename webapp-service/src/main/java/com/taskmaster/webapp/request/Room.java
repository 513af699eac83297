package com.taskmaster.webapp.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory held by request bodies; small ones have a reserve that large ones cannot exhaust. */
@ApplicationScoped
public class Room {

    /**
     * A body takes about four times its size in memory until the response is sent; together that is a quarter of the
     * smallest heap.
     */
    private static final long BYTES = 16L * 1024 * 1024;

    private static final long FOR_LITTLE = BYTES / 4;

    private final AtomicLong taken = new AtomicLong();

    /**
     * Reserves memory until the response has been sent or the connection is closed.
     *
     * @return whether that much is available
     */
    public boolean take(long bytes, RoutingContext request) {
        return take(bytes, BYTES - FOR_LITTLE, request);
    }

    /** The same for small bodies, which may also use the reserve. */
    boolean takeLittle(long bytes, RoutingContext request) {
        return take(bytes, BYTES, request);
    }

    private boolean take(long bytes, long most, RoutingContext request) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            return false;
        }
        request.addEndHandler(answered -> taken.addAndGet(-bytes));
        return true;
    }
}
