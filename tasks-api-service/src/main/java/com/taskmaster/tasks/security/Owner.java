package com.taskmaster.tasks.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner of a task: the issuer of the access token, and the user's identifier at that issuer. */
public record Owner(
        @Schema(required = true, examples = "https://provider.example/realms/taskmaster")
        String issuer,

        @Schema(required = true, examples = "5f0c9d1e-55aa-4b7c-8f3b-2f6f0c9d1e55")
        String subject) {}
