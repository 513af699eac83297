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

    /** How long ago the user may have signed in for a sensitive operation (RFC 9470); whole seconds. */
    @WithDefault("5M")
    @DurationMin(seconds = 1)
    Duration maxAge();

    /** The authentication context classes ({@code acr}) of which that sign-in must have one, separated by commas. */
    Optional<List<@Pattern(regexp = TOKEN) String>> acrValues();

    /** Entra ID's authentication context ({@code c1}). Where it is set it decides alone: Entra's tokens name no time of sign-in. */
    Optional<@Pattern(regexp = TOKEN) String> authenticationContext();

    /**
     * What a client must be able to do, as Entra ID writes it in {@code xms_cc} ({@code cp1}), to be asked for the
     * authentication context; others are refused without a challenge. Without it all are asked.
     */
    Optional<@Pattern(regexp = TOKEN) String> clientCapability();

    /** Safe to insert into a header and into JSON unescaped. */
    String TOKEN = "[\\w:./-]+";
}
