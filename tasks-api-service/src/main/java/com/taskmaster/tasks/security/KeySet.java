package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import java.io.IOException;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that the provider publishes, refreshed as configured by {@code smallrye.jwt.jwks.*}. */
final class KeySet extends KeyLocationResolver {

    /** @throws UnresolvableKeyException if they cannot be fetched; its cause is an {@link IOException} */
    KeySet(JWTAuthContextInfo settings) throws UnresolvableKeyException {
        super(settings);
    }

    @Override
    protected Get getHttpGet() {
        return new Keys();
    }

    /**
     * A request for them. A response that is not a key set, such as an error page, counts as a failure: initially, the
     * framework would take it for another kind of key and never ask again; later, it would replace the known keys by an
     * empty set.
     */
    private static final class Keys extends Get {

        /** To connect, and then for the response: requests wait for it, and a readiness probe waits for six seconds. */
        private static final int PATIENCE_IN_MILLIS = 2_000;

        Keys() {
            setConnectTimeout(PATIENCE_IN_MILLIS);
            setReadTimeout(PATIENCE_IN_MILLIS);
            setRetries(1);
        }

        @Override
        public SimpleResponse get(String location) throws IOException {
            var response = super.get(location);
            if (isEmpty(response)) {
                throw new IOException("There is no key set at " + location);
            }
            return response;
        }

        private static boolean isEmpty(SimpleResponse response) throws IOException {
            try {
                return new JsonWebKeySet(response.getBody()).getJsonWebKeys().isEmpty();
            } catch (JoseException e) {
                throw new IOException(e);
            }
        }
    }
}
