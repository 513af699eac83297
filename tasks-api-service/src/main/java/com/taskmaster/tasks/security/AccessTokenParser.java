package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** The framework's parser, except for the keys: the framework would never ask again after a response other than a key set. */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenParser extends JWTCallerPrincipalFactory {

    private final DefaultJWTTokenParser parser;

    AccessTokenParser(ProviderKeys keys) {
        parser = new DefaultJWTTokenParser() {

            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
                    throws UnresolvableKeyException {
                return keys.known();
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        var parsed = parser.parse(token, settings);
        var type = parsed.getJoseObjects().get(0).getHeader("typ");
        return new DefaultJWTCallerPrincipal(type, parsed.getJwtClaims());
    }
}
