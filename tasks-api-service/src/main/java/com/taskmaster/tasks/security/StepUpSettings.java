package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Requirements on the sign-in for sensitive operations. */
@ConfigMapping(prefix = "taskmaster.step-up")
interface StepUpSettings {

    /** The maximum age of the user's sign-in for a sensitive operation (RFC 9470): a whole number of seconds, at least one. */
    @WithDefault("5M")
    @DurationMin(seconds = 1)
    Duration maxAge();

    /** The authentication context classes ({@code acr}) that are accepted for it, separated by commas; empty: any. */
    Optional<List<@Pattern(regexp = TOKEN) String>> acrValues();

    /**
     * The authentication context of Entra ID ({@code c1}) that a sensitive operation requires. It replaces both settings
     * above, because Entra ID's access tokens lack the time of the sign-in.
     */
    Optional<@Pattern(regexp = TOKEN) String> authenticationContext();

    /**
     * The client capability ({@code cp1}, which Entra ID states in {@code xms_cc}) without which a request is refused
     * without a claims challenge; if not set, every client is sent one. Set it only if the clients declare the capability:
     * the web app does not, unless {@code quarkus.oidc.authentication.extra-params.claims} is set for it.
     */
    Optional<@Pattern(regexp = TOKEN) String> clientCapability();

    /** Safe to insert into a header and into JSON unescaped. */
    String TOKEN = "[\\w:./-]+";
}
