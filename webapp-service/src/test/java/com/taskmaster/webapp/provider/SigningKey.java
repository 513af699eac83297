package com.taskmaster.webapp.provider;

import com.taskmaster.backing.SigningKeys;
import java.security.interfaces.RSAPublicKey;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key that signs tokens. */
final class SigningKey {

    private final RsaJsonWebKey key;

    SigningKey(String name) {
        var pair = SigningKeys.named(name);
        key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
    }

    /** The key set with its public key. */
    String published() {
        return new JsonWebKeySet(key).toJson();
    }

    String sign(JwtClaims claims, Consumer<JsonWebSignature> alteration) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        alteration.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
