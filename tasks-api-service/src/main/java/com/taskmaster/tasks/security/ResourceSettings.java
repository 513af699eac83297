package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** This resource server as its callers know it. */
@ConfigMapping(prefix = "taskmaster.resource")
interface ResourceSettings {

    /** The address of this service for its callers: its resource identifier (RFC 9728 §1.2). */
    URI identifier();

    /** Where the metadata of this resource is found (RFC 9728 §3.1). */
    default URI metadata() {
        var path = identifier().getPath() == null || identifier().getPath().equals("/")
                ? ""
                : identifier().getPath();
        return identifier().resolve(MetadataResource.WELL_KNOWN + path);
    }
}
