package com.taskmaster.webapp.session;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TokenVerificationResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies the ID token of a refresh response (OpenID Connect Core §12.2) before it is stored in a session. */
final class RefreshedIdToken {

    /** Short, because the new tokens are not stored yet and the lease on the renewal is running. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private RefreshedIdToken() {}

    /**
     * @return the response; without the ID token if its key cannot be fetched at the moment, as if the refresh had not
     * returned one. Fails with {@link InvalidJwtException} if the token is not valid
     */
    static Uni<AuthorizationCodeTokens> verify(AuthorizationCodeTokens answer, OidcProvider provider) {
        return answer.getIdToken() == null
                ? Uni.createFrom().item(answer)
                : verify(answer.getIdToken(), provider)
                        .replaceWith(answer)
                        .onFailure(e -> !(e instanceof InvalidJwtException) || isOfAnUnknownKey(e))
                        .recoverWithItem(() -> without(answer));
    }

    private static Uni<TokenVerificationResult> verify(String idToken, OidcProvider provider) {
        try {
            return Uni.createFrom().item(provider.verifyJwtToken(idToken, true, true, null));
        } catch (InvalidJwtException e) {
            return isOfAnUnknownKey(e)
                    ? provider.refreshJwksAndVerifyJwtToken(idToken, true, true, null)
                            .ifNoItem()
                            .after(PATIENCE)
                            .fail()
                    : Uni.createFrom().failure(e);
        }
    }

    private static boolean isOfAnUnknownKey(Throwable e) {
        return e.getCause() instanceof UnresolvableKeyException;
    }

    private static AuthorizationCodeTokens without(AuthorizationCodeTokens answer) {
        Log.warn("The key of a refreshed ID token is unknown; the previous ID token is kept");
        answer.setIdToken(null);
        return answer;
    }
}
