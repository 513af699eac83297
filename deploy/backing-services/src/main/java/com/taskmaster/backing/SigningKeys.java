package com.taskmaster.backing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The RSA keys that tests sign tokens with. Each is made once for a JVM: with the first compiler alone that takes seconds,
 * and Quarkus loads the classes of tests anew for each application that it starts.
 */
public final class SigningKeys {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    private SigningKeys() {}

    /** Another key for each name, and the same one each time. */
    public static synchronized KeyPair named(String name) {
        var property = "signing-keys." + name;
        try {
            if (System.getProperty(property) == null) {
                var generator = KeyPairGenerator.getInstance(ALGORITHM);
                generator.initialize(BITS);
                var encoded = generator.generateKeyPair().getPrivate().getEncoded();
                System.setProperty(property, Base64.getEncoder().encodeToString(encoded));
            }
            return decode(Base64.getDecoder().decode(System.getProperty(property)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair decode(byte[] encoded) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance(ALGORITHM);
        var privateKey = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var publicKey =
                factory.generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
        return new KeyPair(publicKey, privateKey);
    }
}
