package com.taskmaster.webapp.asset;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets browsers cache a file permanently if its URL has the version of the current content, and revalidate it
 * otherwise.
 */
@ApplicationScoped
class AssetCaching {

    private static final int BEFORE_THE_FILES = 1_000;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    void register(@Observes Filters filters) {
        filters.register(AssetCaching::decide, BEFORE_THE_FILES);
    }

    private static void decide(RoutingContext request) {
        if (request.normalizedPath().startsWith(Assets.PATH)) {
            var caching = asksForItsContent(request) ? FOR_GOOD : ASK_AGAIN;
            request.addHeadersEndHandler(
                    headersEnd -> request.response().putHeader(HttpHeaders.CACHE_CONTROL, caching));
        }
        request.next();
    }

    private static boolean asksForItsContent(RoutingContext request) {
        var asked = request.request().getParam(Assets.VERSION);
        return asked != null
                && Assets.version(request.normalizedPath().substring(Assets.PATH.length()))
                        .filter(asked::equals)
                        .isPresent();
    }
}
