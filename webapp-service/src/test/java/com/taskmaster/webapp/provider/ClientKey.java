package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;

import com.taskmaster.backing.SigningKeys;
import java.security.KeyPair;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;

/** A key pair whose public key the provider knows: {@code private_key_jwt}, with each assertion accepted once. */
public final class ClientKey implements ClientCredential {

    private final KeyPair key = SigningKeys.named("client");
    private final Set<String> used = new HashSet<>();

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.credentials.jwt.key-file",
                Pem.file("PRIVATE KEY", key.getPrivate().getEncoded()).toString());
    }

    @Override
    public boolean isShownBy(ReceivedRequest request, String tokenEndpoint) {
        return new ClientAssertion(key.getPublic(), CLIENT_ID, CLIENT_ID, tokenEndpoint)
                .in(request)
                .filter(this::isNew)
                .isPresent();
    }

    private synchronized boolean isNew(JwtContext assertion) {
        try {
            return used.add(assertion.getJwtClaims().getJwtId());
        } catch (MalformedClaimException e) {
            return false;
        }
    }
}
