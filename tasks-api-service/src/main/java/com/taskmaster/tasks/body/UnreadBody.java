package com.taskmaster.tasks.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Drains the rest of a refused request body for a few seconds: closing the connection at once would lose the response
 * for a client that is still sending (RFC 9112 §9.6).
 */
public final class UnreadBody {

    private static final Duration FOR_A_WHILE = Duration.ofSeconds(5);

    private UnreadBody() {}

    /** To be called before the response is written. */
    public static void drain(RoutingContext exchange) {
        var request = exchange.request();
        var late = exchange.vertx().setTimer(FOR_A_WHILE.toMillis(), timer -> hangUp(exchange));
        if (request.version() == HttpVersion.HTTP_2) {
            request.endHandler(end -> exchange.vertx().cancelTimer(late));
        } else {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.endHandler(end -> {
                exchange.vertx().cancelTimer(late);
                hangUpAfterAnswer(exchange);
            });
        }
        request.handler(part -> {});
        request.resume();
    }

    private static void hangUpAfterAnswer(RoutingContext exchange) {
        if (exchange.response().ended()) {
            hangUp(exchange);
        } else {
            exchange.addEndHandler(answered -> hangUp(exchange));
        }
    }

    /** Resets only the stream with HTTP/2, whose connection may carry other requests. */
    private static void hangUp(RoutingContext exchange) {
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            exchange.response().reset();
        } else {
            exchange.request().connection().close();
        }
    }
}
