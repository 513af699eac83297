package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** This resource server as its callers know it. */
@ConfigMapping(prefix = "taskmaster.resource")
public interface ResourceSettings {

    /** The URL at which callers reach this service: its resource identifier, with https except on this machine (RFC 9728 §1.2). */
    @HttpAddress(
            message = "must be an absolute URL with https (http only on this machine), and without a query or fragment")
    URI identifier();

    /** The display name of this service. */
    @WithDefault("TaskMaster Pro Tasks API")
    String name();

    /** What clients put in front of a scope when they request it; access tokens contain the scopes without it. */
    Optional<String> scopePrefix();

    /** Where a developer reads about this service: its developer console. */
    default URI documentation() {
        return URI.create(identifier().toString().replaceAll("/$", "") + "/q/swagger-ui");
    }

    /** A scope as a client asks the provider for it. */
    default String requestedAs(String scope) {
        return scopePrefix().orElse("") + scope;
    }

    /** Where the metadata of this resource is found (RFC 9728 §3.1). */
    default URI metadata() {
        return identifier().resolve(MetadataResource.WELL_KNOWN + path());
    }

    /** The path of the identifier; empty where it has none. */
    default String path() {
        var path = identifier().getRawPath();
        return path == null || path.equals("/") ? "" : path;
    }
}
