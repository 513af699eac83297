package com.taskmaster.webapp.transfer;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits concurrent uploads, to one per session, and tells users why a file was rejected, which the framework would
 * not. A rejected file is first read and discarded, because browsers do not look at a response while they are sending.
 */
@Singleton
class Uploads {

    private static final int BEFORE_THE_LIMIT_OF_THE_FRAMEWORK = 8_000;
    private static final long ROOM_FOR_THE_FORM = 64L * 1024;
    private static final long MOST_READ = 256L * 1024 * 1024;

    /** The containers' temporary directory has 64 MiB, enough for three files of the maximum size. */
    private static final int MOST = 3;

    private final Duration longest;
    private final Set<String> sessions = new HashSet<>();

    /** @param form how long a form may take; a file may take four times as long */
    Uploads(@ConfigProperty(name = "quarkus.http.read-timeout") Duration form) {
        longest = form.multipliedBy(4);
    }

    void register(@Observes Filters filters) {
        filters.register(this::lookAt, BEFORE_THE_LIMIT_OF_THE_FRAMEWORK);
    }

    private void lookAt(RoutingContext request) {
        var size = size(request);
        if (request.request().method() != HttpMethod.POST
                || !request.normalizedPath().equals(ImportPage.UPLOAD)
                || size > MOST_READ) {
            request.next();
        } else if (size > Upload.LARGEST + ROOM_FOR_THE_FORM) {
            refuse(request, Trouble.TOO_LARGE);
        } else {
            letIn(request);
        }
    }

    /** Requests without a session are rejected before the file is read. */
    private void letIn(RoutingContext request) {
        var session = request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
        if (session == null) {
            request.next();
        } else if (begin(session)) {
            var timer = request.vertx().setTimer(longest.toMillis(), late -> {
                if (!request.request().isEnded()) {
                    request.request().connection().close();
                }
            });
            request.addEndHandler(answered -> {
                request.vertx().cancelTimer(timer);
                end(session);
            });
            request.next();
        } else {
            refuse(request, Trouble.BUSY);
        }
    }

    private synchronized boolean begin(Cookie session) {
        return sessions.size() < MOST && sessions.add(session.getValue());
    }

    private synchronized void end(Cookie session) {
        sessions.remove(session.getValue());
    }

    private static void refuse(RoutingContext request, Trouble trouble) {
        request.request()
                .handler(forgotten -> {})
                .endHandler(end -> request.response()
                        .setStatusCode(303)
                        .putHeader(
                                HttpHeaders.LOCATION,
                                TransferPage.address(trouble).toString())
                        .end())
                .resume();
    }

    private static long size(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
