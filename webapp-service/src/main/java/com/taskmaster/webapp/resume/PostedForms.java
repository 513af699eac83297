package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.resume.Interruption.Field;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reads forms before anything else does, so that what was typed is at hand whatever becomes of the request. */
@Singleton
class PostedForms {

    /** After what decides on every request, before routing. */
    private static final int PRIORITY = 10;

    private final Handler<RoutingContext> body = BodyHandler.create(false);

    void register(@Observes Filters filters) {
        filters.register(this::read, PRIORITY);
    }

    static boolean isForm(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return request.request().method() == HttpMethod.POST
                && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED));
    }

    /** What is not sent cannot be read: who tried would wait for it. */
    private static boolean hasContent(RoutingContext request) {
        var headers = request.request().headers();
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH)) && headers.contains(HttpHeaders.CONTENT_LENGTH);
    }

    static List<Field> fields(RoutingContext request) {
        return request.request().formAttributes().entries().stream()
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList();
    }

    private void read(RoutingContext request) {
        if (isForm(request) && hasContent(request)) {
            body.handle(request);
        } else {
            request.next();
        }
    }
}
