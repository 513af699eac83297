package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import java.io.IOException;
import org.jose4j.http.Get;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that the provider publishes, read anew as the settings {@code smallrye.jwt.jwks.*} tell. */
final class KeySet extends KeyLocationResolver {

    /** For a connection, and for what then comes: requests wait for it, and a probe of readiness waits for six seconds. */
    private static final int PATIENCE_IN_MILLIS = 2_000;

    /** @throws UnresolvableKeyException if there are none to be had, by an {@link IOException} */
    KeySet(JWTAuthContextInfo settings) throws UnresolvableKeyException {
        super(settings);
    }

    /** What is no key set, a page in its place, the framework would take for a key of another kind, and never ask again. */
    @Override
    protected boolean isHttpsJwksInitialized(String location) throws IOException {
        if (!super.isHttpsJwksInitialized(location) || isEmpty()) {
            throw new IOException("There are no keys at " + location);
        }
        return true;
    }

    @Override
    protected Get getHttpGet() {
        var get = super.getHttpGet();
        get.setConnectTimeout(PATIENCE_IN_MILLIS);
        get.setReadTimeout(PATIENCE_IN_MILLIS);
        get.setRetries(1);
        return get;
    }

    private boolean isEmpty() throws IOException {
        try {
            return httpsJwks.getJsonWebKeys().isEmpty();
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }
}
