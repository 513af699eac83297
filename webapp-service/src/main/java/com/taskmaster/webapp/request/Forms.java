package com.taskmaster.webapp.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads every form whole before anybody looks at it, without a thread that waits: who sends slowly takes none from the
 * others, and who sends much is refused, also without a {@code Content-Length}. Files go past it.
 */
@Singleton
public class Forms {

    private static final int BEFORE_THE_PAGES = 7_000;
    private static final String FILES = "/transfer/import";

    /** The form of a task that is as large as tasks may be: most signs take three bytes in it for each of their own (%F0). */
    private static final int LARGEST = 1024 * 1024;

    /** Browsers look at an answer when they have sent everything: so much more is read, and forgotten. */
    private static final int MOST_READ = 16 * LARGEST;

    private static final int STEP = 64 * 1024;
    private static final String TOO_LARGE = Forms.class.getName() + ".too_large";

    private final Vertx vertx;
    private final Room room;
    private final Duration longest;

    /** @param longest that a whole form may take to come */
    Forms(Vertx vertx, Room room, @ConfigProperty(name = "quarkus.http.read-timeout") Duration longest) {
        this.vertx = vertx;
        this.room = room;
        this.longest = longest;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, BEFORE_THE_PAGES);
    }

    /** Such a one was not kept. */
    public static boolean wasTooLarge(RoutingContext request) {
        return request.get(TOO_LARGE) != null;
    }

    private void read(RoutingContext request) {
        if (request.request().method() == HttpMethod.POST && !isFile(request)) {
            new Form(request).read();
        } else {
            request.next();
        }
    }

    private static boolean isFile(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return request.normalizedPath().equals(FILES) && type != null && type.startsWith("multipart/");
    }

    private final class Form {

        private final RoutingContext request;
        private final Buffer content = Buffer.buffer();
        private long size;
        private long taken;

        Form(RoutingContext request) {
            this.request = request;
        }

        void read() {
            var timer = vertx.setTimer(longest.toMillis(), late -> refuse(Status.REQUEST_TIMEOUT));
            request.addEndHandler(answered -> vertx.cancelTimer(timer));
            request.request()
                    .handler(this::take)
                    .endHandler(end -> {
                        vertx.cancelTimer(timer);
                        hand();
                    })
                    .resume();
        }

        private void take(Buffer part) {
            size += part.length();
            if (size > MOST_READ) {
                refuse(Status.REQUEST_ENTITY_TOO_LARGE);
            } else if (size <= LARGEST) {
                content.appendBuffer(part);
                while (taken < size) {
                    taken += STEP;
                    if (!room.take(STEP, request)) {
                        refuse(Status.SERVICE_UNAVAILABLE);
                        return;
                    }
                }
            }
        }

        private void hand() {
            if (request.response().ended()) {
                return;
            }
            if (size > LARGEST) {
                request.put(TOO_LARGE, true);
            }
            ((RoutingContextInternal) request).setBody(size > LARGEST ? Buffer.buffer() : content);
            request.next();
        }

        private void refuse(Status status) {
            if (!request.response().ended()) {
                request.response().setStatusCode(status.getStatusCode()).end().onComplete(answered -> request.request()
                        .connection()
                        .close());
            }
        }
    }
}
