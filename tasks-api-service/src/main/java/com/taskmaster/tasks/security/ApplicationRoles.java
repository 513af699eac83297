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

    /**
     * The scopes that an application role stands for, {@code tasks.read}, {@code tasks.write} or both; the role is part of the
     * name, as the provider writes it in {@code roles}. Tokens of applications that act for themselves are refused otherwise.
     */
    @WithParentName
    Map<String, @NotEmpty Set<@Pattern(regexp = "tasks\\.(read|write)") String>> scopes();

    default Set<String> scopesOf(String role) {
        return scopes().getOrDefault(role, Set.of());
    }
}
