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
 * The RSA keys with which tests sign tokens. They are shared within a JVM, because generating one takes seconds with
 * the C1 compiler alone, and Quarkus loads test classes again for each application that it starts.
 */
public final class SigningKeys {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    private SigningKeys() {}

    /** Returns the same key for the same name. */
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
