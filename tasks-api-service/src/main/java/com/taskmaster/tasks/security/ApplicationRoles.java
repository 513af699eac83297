package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;

/** What the operator lets applications do that act for themselves: nothing, unless said so. */
@ConfigMapping(prefix = "taskmaster.application-roles")
interface ApplicationRoles {

    /** The scopes of each application role, as the provider writes the role in {@code roles}. */
    @WithParentName
    Map<String, @NotEmpty Set<@Pattern(regexp = "tasks\\.(read|write)") String>> scopes();

    default Set<String> scopesOf(String role) {
        return scopes().getOrDefault(role, Set.of());
    }
}
