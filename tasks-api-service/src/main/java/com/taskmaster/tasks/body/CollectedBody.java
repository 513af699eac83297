package com.taskmaster.tasks.body;

import com.taskmaster.tasks.limit.BodyBudget;
import com.taskmaster.tasks.security.CurrentOwner;
import com.taskmaster.tasks.security.Owner;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The buffered body of a request, counted against the memory limit until the request has been answered. */
@RequestScoped
public class CollectedBody {

    private static final String CONTINUE = "100-continue";

    private final BodyBudget room;
    private final CurrentOwner currentOwner;
    private final ByteBuf bytes = Unpooled.buffer();

    private Owner owner;
    private int length;

    CollectedBody(BodyBudget room, CurrentOwner currentOwner) {
        this.room = room;
        this.currentOwner = currentOwner;
    }

    /**
     * Fails with {@link BodyTooLarge}, {@link BodyTooSlow}, or the exception of {@link BodyBudget#take} if there is no
     * memory.
     *
     * @param largest in bytes
     * @param longest from now until the last byte
     */
    Uni<InputStream> collect(RoutingContext exchange, long largest, Duration longest) {
        owner = currentOwner.get();
        return Uni.createFrom().emitter(body -> collect(exchange, largest, longest, body));
    }

    private void collect(
            RoutingContext exchange, long largest, Duration longest, UniEmitter<? super InputStream> body) {
        var request = exchange.request();
        var vertx = exchange.vertx();
        if (announced(exchange) > largest) {
            refuse(exchange, new BodyTooLarge(largest), body);
            return;
        }
        var timer = vertx.setTimer(longest.toMillis(), late -> refuse(exchange, new BodyTooSlow(), body));
        request.exceptionHandler(gone -> {
            vertx.cancelTimer(timer);
            body.fail(new IOException(gone));
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            body.complete(fromTheBeginning());
        });
        request.handler(part -> {
            try {
                take(part.length(), largest);
                bytes.writeBytes(part.getBytes());
            } catch (RuntimeException refusal) {
                vertx.cancelTimer(timer);
                refuse(exchange, refusal, body);
            }
        });
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            exchange.response().writeContinue();
        }
        request.resume();
    }

    /** All of its bytes, also where they have been read before. */
    public InputStream fromTheBeginning() {
        return new ByteBufInputStream(bytes.duplicate());
    }

    private static long announced(RoutingContext exchange) {
        var announced = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return announced == null ? 0 : Long.parseLong(announced);
    }

    private void take(int more, long largest) {
        if (length + more > largest) {
            throw new BodyTooLarge(largest);
        }
        room.take(owner, more);
        length += more;
    }

    private static void refuse(RoutingContext exchange, RuntimeException refusal, UniEmitter<?> body) {
        UnreadBody.drain(exchange);
        body.fail(refusal);
    }

    @PreDestroy
    void forget() {
        if (length > 0) {
            room.giveBack(owner, length);
        }
    }
}
