package com.taskmaster.webapp.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks what the framework does not check of a token response: that it contains an access token, and that its type is
 * Bearer (RFC 6749 §5.1 and §7.1, OpenID Connect Core §3.1.3.5).
 */
@Unremovable
@ApplicationScoped
@OidcEndpoint(Type.TOKEN)
class TokenResponses implements OidcResponseFilter {

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        var body = response.responseBody();
        return response.statusCode() == 200 && body != null && !hasBearerToken(body)
                ? Uni.createFrom()
                        .failure(new OIDCException("The token response has no access token of the type Bearer"))
                : Uni.createFrom().voidItem();
    }

    private static boolean hasBearerToken(Buffer body) {
        try {
            var response = new JsonObject(body.getDelegate());
            return response.getValue("access_token") instanceof String token
                    && !token.isEmpty()
                    && response.getValue("token_type") instanceof String type
                    && type.equalsIgnoreCase("Bearer");
        } catch (DecodeException e) {
            return false;
        }
    }
}
