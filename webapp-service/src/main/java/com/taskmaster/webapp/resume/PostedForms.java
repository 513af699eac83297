package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.resume.Interruption.Field;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The form that a request came with, whatever became of the request. */
final class PostedForms {

    private PostedForms() {}

    static boolean isForm(RoutingContext request) {
        return request.request().method() == HttpMethod.POST;
    }

    /** For a request that has reached its page, which has either taken fields of the form or the form as a whole. */
    static List<Field> read() {
        var request = CurrentRequestManager.get();
        if (request.getRequestEntity() instanceof MultivaluedMap<?, ?> form) {
            return form.entrySet().stream()
                    .flatMap(field -> field.getValue().stream()
                            .map(value -> new Field(field.getKey().toString(), value.toString())))
                    .toList();
        }
        var form = request.getFormData();
        return form == null
                ? List.of()
                : StreamSupport.stream(form.spliterator(), false)
                        .flatMap(name -> form.get(name).stream().map(value -> new Field(name, value.getValue())))
                        .toList();
    }

    /** For a request that was stopped before its body was looked at. */
    static Uni<List<Field>> read(RoutingContext request) {
        return OidcUtils.isFormUrlEncodedRequest(request)
                ? OidcUtils.getFormUrlEncodedData(request).map(form -> form.entries().stream()
                        .map(field -> new Field(field.getKey(), field.getValue()))
                        .toList())
                : Uni.createFrom().item(List.of());
    }
}
