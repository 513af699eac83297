package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.request.Forms;
import com.taskmaster.webapp.resume.Interruption.Field;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The form of a request, even if the request was refused. */
final class PostedForms {

    private static final int MOST_FIELDS = 1_000;

    private PostedForms() {}

    static boolean isForm(RoutingContext request) {
        return request.request().method() == HttpMethod.POST;
    }

    /** @return empty for a file upload */
    static List<Field> read(RoutingContext request) {
        if (!OidcUtils.isFormUrlEncodedRequest(request)) {
            return List.of();
        }
        var form = new QueryStringDecoder(
                Forms.of(request).toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS, true);
        return form.parameters().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}
