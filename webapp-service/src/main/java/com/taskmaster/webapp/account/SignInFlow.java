package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SignInFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How somebody was signed in, with what is true of this sign-in; no token, code, verifier or secret is in it. */
record SignInFlow(
        String authorizationEndpoint, String tokenEndpoint, String clientId, String redirectUri, SignInFacts facts) {

    public String scope() {
        return facts.scope();
    }

    public boolean isRefreshable() {
        return facts.refreshable();
    }

    public int renewals() {
        return facts.renewals();
    }

    public long secondsToExpiry() {
        return secondsTo(facts.expireAt());
    }

    public long secondsToRenewal() {
        return secondsTo(facts.renewAt());
    }

    public List<Claim> idToken() {
        return Claim.of(facts.idToken());
    }

    public List<Claim> accessToken() {
        return facts.accessToken().map(Claim::of).orElse(List.of());
    }

    private static long secondsTo(Instant time) {
        return Math.max(0, Duration.between(Instant.now(), time).toSeconds());
    }
}
