package com.taskmaster.webapp.account;

import com.taskmaster.webapp.session.SignInFacts;
import com.taskmaster.webapp.signin.ClientAuthentication;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the user signed in, and the facts about that sign-in. It contains no token, code, verifier or secret.
 *
 * @param issuer as named in the authorization response (RFC 9207); {@code null} if the provider sends none
 * @param configured the additional parameters that every authorization request has
 */
@TemplateData
record SignInFlow(
        String authorizationEndpoint,
        String tokenEndpoint,
        String clientId,
        ClientAuthentication clientAuthentication,
        String redirectUri,
        String issuer,
        Map<String, String> configured,
        SignInFacts facts) {

    private static final String SCOPE = "scope";

    /** {@code null} if a session from before an update has none. */
    public String requestedScope() {
        return facts.demanded().get(SCOPE);
    }

    public Optional<String> grantedScope() {
        return facts.granted();
    }

    /** The parameters that this authorization request had beyond the usual ones. */
    public List<Parameter> additional() {
        return facts.demanded().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(SCOPE))
                .map(parameter -> new Parameter(
                        parameter.getKey(),
                        parameter.getValue(),
                        parameter.getValue().equals(configured.get(parameter.getKey()))))
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
    record Parameter(String name, String value, boolean configured) {}

    public List<Claim> accessToken() {
        return facts.accessToken().map(Claim::of).orElse(List.of());
    }
}
