package com.taskmaster.webapp.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for what is sent: many who send much at the same time are refused, before there is none left for anybody. Who sends
 * little, to sign out or as a provider that ends sessions, is not refused because others send much.
 */
@ApplicationScoped
public class Room {

    /** What comes in takes about four times as much until it is answered: a quarter of the smallest heap in all. */
    private static final long BYTES = 16L * 1024 * 1024;

    private static final long FOR_LITTLE = BYTES / 4;

    private final AtomicLong taken = new AtomicLong();

    /**
     * Until the request is answered, or its connection is closed.
     *
     * @return whether there is so much
     */
    public boolean take(long bytes, RoutingContext request) {
        return take(bytes, BYTES - FOR_LITTLE, request);
    }

    /** The same for who has not sent much yet. */
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
