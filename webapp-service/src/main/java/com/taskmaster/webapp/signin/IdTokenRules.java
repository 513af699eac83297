package com.taskmaster.webapp.signin;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/** Checks of the ID token that the framework does not make (OpenID Connect Core §3.1.3.7, items 3 to 5 and 10). */
@Unremovable
@ApplicationScoped
public class IdTokenRules implements Validator {

    private static final String NOT_ISSUED_YET = "The token has not been issued yet (iat)";
    private static final String NONCE = "nonce";

    private final String clientId;
    private final int clockSkew;

    IdTokenRules(
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int clockSkew) {
        this.clientId = clientId;
        this.clockSkew = clockSkew;
    }

    /** Whether a token was rejected because of a time in it, which may mean that the clocks differ. */
    public static boolean isAboutTheClocks(Throwable refusal) {
        return refusal instanceof InvalidJwtException e
                && (e.hasExpired() || e.hasErrorCode(ErrorCodes.NOT_YET_VALID) || says(e, NOT_ISSUED_YET));
    }

    /** Whether a token was rejected because it belongs to another sign-in (OpenID Connect Core §3.1.3.7, item 11). */
    public static boolean isAboutTheNonce(Throwable refusal) {
        return refusal instanceof InvalidJwtException e && says(e, NONCE);
    }

    private static boolean says(InvalidJwtException e, String words) {
        return e.getErrorDetails().stream()
                .anyMatch(error -> error.getErrorMessage().contains(words));
    }

    /** @return the error message, or {@code null} */
    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        var claims = context.getJwtClaims();
        if (!isForThisClientAlone(claims)) {
            return "The token was issued for another client, too (azp, aud)";
        }
        return isFromTheFuture(claims) ? NOT_ISSUED_YET : null;
    }

    private boolean isForThisClientAlone(JwtClaims claims) throws MalformedClaimException {
        var authorizedParty = claims.getStringClaimValue("azp");
        return authorizedParty == null ? claims.getAudience().size() == 1 : authorizedParty.equals(clientId);
    }

    private boolean isFromTheFuture(JwtClaims claims) throws MalformedClaimException {
        var latest = NumericDate.now();
        latest.addSeconds(clockSkew);
        var issuedAt = claims.getIssuedAt();
        return issuedAt != null && issuedAt.isAfter(latest);
    }
}
