package com.taskmaster.tasks.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Checks that the sign-in behind the current request is recent and strong enough for a sensitive operation. */
@ApplicationScoped
class StepUp {

    private final JsonWebToken accessToken;
    private final StepUpSettings settings;
    private final BearerChallenge challenge;

    StepUp(JsonWebToken accessToken, StepUpSettings settings, BearerChallenge challenge) {
        this.accessToken = accessToken;
        this.settings = settings;
        this.challenge = challenge;
    }

    void require() {
        missing().ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<StepUpRequired> missing() {
        if (settings.authenticationContext().isPresent()) {
            var needed = settings.authenticationContext().get();
            if (TokenClaims.strings(accessToken, "acrs").anyMatch(needed::equals)) {
                return Optional.empty();
            }
            return Optional.of(
                    canBeAsked()
                            ? StepUpRequired.claims(challenge.insufficientClaims(needed))
                            : StepUpRequired.beyondTheClient(challenge.clientWithoutCapability()));
        }
        return isRecent() && isStrong()
                ? Optional.empty()
                : Optional.of(StepUpRequired.authentication(
                        challenge.insufficientUserAuthentication(settings.maxAge(), acrValues())));
    }

    private boolean canBeAsked() {
        return settings.clientCapability()
                .map(needed -> TokenClaims.strings(accessToken, "xms_cc").anyMatch(needed::equals))
                .orElse(true);
    }

    /** Without {@code auth_time} the claim reads as 1970. */
    private boolean isRecent() {
        var oldest = Instant.now().minus(settings.maxAge());
        return accessToken
                .<Long>claim(Claims.auth_time)
                .filter(signedInAt -> !Instant.ofEpochSecond(signedInAt).isBefore(oldest))
                .isPresent();
    }

    private boolean isStrong() {
        return acrValues().isEmpty() || TokenClaims.strings(accessToken, "acr").anyMatch(acrValues()::contains);
    }

    private List<String> acrValues() {
        return settings.acrValues().orElse(List.of());
    }
}
