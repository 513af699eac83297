package com.taskmaster.webapp.transfer;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells a person that a file is too large, before the framework refuses it without a word. The file is read and
 * forgotten first: browsers do not look at an answer while they still send.
 */
@ApplicationScoped
class TooLargeUploads {

    private static final int BEFORE_THE_LIMIT_OF_THE_FRAMEWORK = 8_000;
    private static final long ROOM_FOR_THE_FORM = 64L * 1024;
    private static final long MOST_READ = 256L * 1024 * 1024;

    void register(@Observes Filters filters) {
        filters.register(TooLargeUploads::lookAt, BEFORE_THE_LIMIT_OF_THE_FRAMEWORK);
    }

    private static void lookAt(RoutingContext request) {
        var size = size(request);
        if (request.request().method() != HttpMethod.POST
                || !request.normalizedPath().equals(ImportPage.UPLOAD)
                || size <= Upload.LARGEST + ROOM_FOR_THE_FORM
                || size > MOST_READ) {
            request.next();
            return;
        }
        request.request()
                .handler(forgotten -> {})
                .endHandler(end -> request.response()
                        .setStatusCode(303)
                        .putHeader(
                                HttpHeaders.LOCATION,
                                TransferPage.address(Trouble.TOO_LARGE).toString())
                        .end())
                .resume();
    }

    private static long size(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
