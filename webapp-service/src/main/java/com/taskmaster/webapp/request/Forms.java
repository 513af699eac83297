package com.taskmaster.webapp.request;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads every form completely, and without blocking a thread, before it is processed: slow clients occupy no threads,
 * and large forms are rejected even without {@code Content-Length}. Uploaded files are not read here.
 */
public class Forms {

    private static final int AFTER_THOSE_THAT_DO_WITHOUT_IT = 6_000;
    private static final String FILES = "/transfer/import";
    private static final String FORM = Forms.class.getName();

    /** Fits the largest possible task: in a form, most characters take three bytes for each of their UTF-8 bytes (%F0). */
    private static final int LARGEST = 1024 * 1024;

    /** Browsers read the response only after sending everything, so this much is read and discarded. */
    private static final int MOST_READ = 16 * LARGEST;

    /** The first reservation; it doubles whenever it is used up, as the buffer does. */
    private static final int FIRST = 1024;

    private static final int LITTLE = 16 * 1024;

    private final Room room;
    private final Duration longest;

    /** @param longest how long it may take to receive a whole form */
    Forms(Room room, @ConfigProperty(name = "quarkus.http.read-timeout") Duration longest) {
        this.room = room;
        this.longest = longest;
    }

    /** The form that was read; empty for any other request. */
    public static Buffer of(RoutingContext request) {
        Buffer form = request.get(FORM);
        return form == null ? Buffer.buffer() : form;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = AFTER_THOSE_THAT_DO_WITHOUT_IT)
    public Uni<Response> read(ContainerRequestContext context, RoutingContext request) {
        if (request.request().method() != HttpMethod.POST || isFile(request)) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().emitter(outcome -> new Reading(context, request, outcome).begin());
    }

    private static boolean isFile(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return request.normalizedPath().equals(FILES) && type != null && type.startsWith("multipart/");
    }

    private final class Reading {

        private final ContainerRequestContext context;
        private final RoutingContext request;
        private final UniEmitter<? super Response> outcome;
        private final Buffer form = Buffer.buffer();
        private long size;
        private long taken;
        private boolean refused;

        Reading(ContainerRequestContext context, RoutingContext request, UniEmitter<? super Response> outcome) {
            this.context = context;
            this.request = request;
            this.outcome = outcome;
        }

        void begin() {
            var timer = request.vertx().setTimer(longest.toMillis(), late -> refuse(Status.REQUEST_TIMEOUT));
            request.addEndHandler(answered -> request.vertx().cancelTimer(timer));
            if ("100-continue".equalsIgnoreCase(request.request().getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.request()
                    .exceptionHandler(broken -> outcome.fail(new IOException(broken)))
                    .handler(this::take)
                    .endHandler(end -> {
                        request.vertx().cancelTimer(timer);
                        end();
                    })
                    .resume();
        }

        private void take(Buffer part) {
            size += part.length();
            if (size > MOST_READ) {
                refuse(Status.REQUEST_ENTITY_TOO_LARGE);
            } else if (size <= LARGEST && !refused) {
                form.appendBuffer(part);
                while (taken < size && !refused) {
                    takeRoom();
                }
            }
        }

        private void takeRoom() {
            var more = Math.max(taken, FIRST);
            taken += more;
            if (taken <= LITTLE ? !room.takeLittle(more, request) : !room.take(more, request)) {
                refuse(Status.SERVICE_UNAVAILABLE);
            }
        }

        private void end() {
            if (size > LARGEST) {
                outcome.complete(ErrorPage.of(Status.REQUEST_ENTITY_TOO_LARGE, Kind.TOO_LARGE)
                        .toResponse());
            } else {
                request.put(FORM, form);
                context.setEntityStream(new ByteArrayInputStream(form.getBytes()));
                outcome.complete(null);
            }
        }

        /** Without a page, because no browser would show it. */
        private void refuse(Status status) {
            if (!refused) {
                refused = true;
                request.addEndHandler(answered -> request.request().connection().close());
                outcome.complete(Response.status(status).build());
            }
        }
    }
}
