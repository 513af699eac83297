package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SignInFacts;
import com.taskmaster.webapp.signin.ClientAuthentication;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * How somebody was signed in, with what is true of this sign-in; no token, code, verifier or secret is in it.
 *
 * @param issuer as the provider's answer has named it; {@code null} where its answers name none
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

    /** Of the authorization request, beyond the usual ones. */
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
