package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import java.io.IOException;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that the provider publishes, read anew as the settings {@code smallrye.jwt.jwks.*} tell. */
final class KeySet extends KeyLocationResolver {

    /** @throws UnresolvableKeyException if there are none to be had, by an {@link IOException} */
    KeySet(JWTAuthContextInfo settings) throws UnresolvableKeyException {
        super(settings);
    }

    @Override
    protected Get getHttpGet() {
        return new Keys();
    }

    /**
     * A request for them. What is no key set, such as a page in its place, is no answer: at first the framework would take it
     * for a key of another kind, and never ask again; later, an empty set would take the place of the keys that are known.
     */
    private static final class Keys extends Get {

        /** For a connection, and for what then comes: requests wait for it, and a probe of readiness waits for six seconds. */
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
                throw new IOException("There are no keys at " + location);
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
