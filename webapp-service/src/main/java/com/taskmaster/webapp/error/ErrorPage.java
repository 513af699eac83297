package com.taskmaster.webapp.error;

import com.taskmaster.webapp.trace.TraceId;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;

/** A page that says what happened and what to do next. */
public final class ErrorPage {

    /** What happened; the texts of a kind are in the message bundle under its name. */
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

    /** @param wait the seconds after which it may work ({@code Retry-After}); {@code null} if nobody knows */
    public static RestResponse<TemplateInstance> of(Status status, Kind kind, Integer wait) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(Templates.error(kind, wait, TraceId.current()))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.RETRY_AFTER, wait)
                // A page that htmx asked for shows the message in its own place, and keeps everything else as it is.
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
