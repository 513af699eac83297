package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SignInFacts;
import com.taskmaster.webapp.signin.ClientAuthentication;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * How the user signed in, and the facts about that sign-in. It contains no token, code, verifier or secret.
 *
 * @param issuer as named in the authorization response (RFC 9207); {@code null} if the provider sends none
 */
@TemplateData
record SignInFlow(
        String authorizationEndpoint,
        String tokenEndpoint,
        String clientId,
        ClientAuthentication clientAuthentication,
        String redirectUri,
        String issuer,
        SignInFacts facts) {

    public String scope() {
        return facts.scope();
    }

    /** The parameters that this authorization request had beyond the usual ones. */
    public List<Parameter> demanded() {
        return facts.demanded().entrySet().stream()
                .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    public boolean isRefreshable() {
        return facts.refreshable();
    }

    public int renewals() {
        return facts.renewals();
    }

    public Countdown expiry() {
        return Countdown.to(facts.expireAt());
    }

    public Countdown renewal() {
        return Countdown.to(facts.renewAt());
    }

    public List<Claim> idToken() {
        return Claim.of(facts.idToken());
    }

    @TemplateData
    record Parameter(String name, String value) {}

    public List<Claim> accessToken() {
        return facts.accessToken().map(Claim::of).orElse(List.of());
    }
}
