package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the provider names what is asked for. */
@ConfigMapping(prefix = "taskmaster.sign-in")
public interface SignInSettings {

    /** What stands before the Tasks API's scopes in an authorization request, as Entra ID wants it: {@code api://…/}. */
    Optional<String> scopePrefix();
}
