package com.taskmaster.webapp.error;

import com.taskmaster.webapp.trace.TraceId;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;

/** A page that explains an error and how to proceed. */
public final class ErrorPage {

    /** The kinds of errors; the message bundle has texts for each name. */
    public enum Kind {
        CONSENT_DECLINED,
        MORE_DECLINED,
        SIGN_IN_NEEDED,
        SIGN_IN_FAILED,
        SIGN_IN_FAULT,
        CLOCKS_DIFFER,
        PROVIDER_UNAVAILABLE,
        SESSIONS_UNAVAILABLE,
        SIGN_OUT_UNFINISHED,
        TASKS_UNAVAILABLE,
        CHANGE_UNCERTAIN,
        CHANGE_NOT_SENT,
        CHANGE_NOT_MADE,
        CHANGE_UNFINISHED,
        TOO_MANY_REQUESTS,
        TASKS_FORBIDDEN,
        SIGN_IN_REFUSED,
        OTHER_ORIGIN,
        OTHER_PERSON,
        TOO_LARGE,
        TASK_GONE,
        NOT_FOUND,
        BAD_REQUEST,
        UNEXPECTED
    }

    private ErrorPage() {}

    public static RestResponse<TemplateInstance> of(Status status, Kind kind) {
        return of(status, kind, null);
    }

    /** @param wait the seconds after which to try again ({@code Retry-After}); {@code null} if unknown */
    public static RestResponse<TemplateInstance> of(Status status, Kind kind, Integer wait) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(Templates.error(kind, wait, TraceId.current()))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.RETRY_AFTER, wait)
                // htmx shows the message in its own element and leaves the rest of the page as it is.
                .header("HX-Retarget", "#problem")
                .header("HX-Reselect", ".notice")
                .header("HX-Reswap", "innerHTML")
                .build();
    }

    @CheckedTemplate(basePath = "error")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance error(Kind kind, Integer wait, String traceId);
    }
}
