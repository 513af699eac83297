package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;

/**
 * What applications acting for themselves may do with roles in place of scopes: nothing, unless the operator configures
 * it.
 */
@ConfigMapping(prefix = "taskmaster.application-roles")
interface ApplicationRoles {

    /**
     * The scopes that an application role stands for: {@code tasks.read}, {@code tasks.write} or both, separated by a
     * comma. The name of the setting ends with the role, as the provider writes it in {@code roles}. Without it, an
     * application whose token names itself as {@code sub} (RFC 9068 §2.2) or has no scopes, as at Entra ID, may do nothing;
     * scopes that Keycloak assigns to an application count without it.
     */
    @WithParentName
    Map<String, @NotEmpty Set<@Pattern(regexp = "tasks\\.(read|write)") String>> scopes();

    default Set<String> scopesOf(String role) {
        return scopes().getOrDefault(role, Set.of());
    }
}
