package com.taskmaster.webapp.encryption;

import com.taskmaster.webapp.settings.SessionSettings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Encrypts what leaves this service for the database or the browser's cookies, with AES-256-GCM (JWE, RFC 7516). The
 * newest key encrypts and the previous ones still decrypt, so that a key can be rotated while users are signed in.
 */
@Singleton
public class EncryptionKeys {

    private static final String PLACE = "place";

    private final Map<String, SecretKey> keysById = new LinkedHashMap<>();
    private final String newest;

    EncryptionKeys(SessionSettings settings) {
        newest = add(settings.encryptionKey());
        settings.previousEncryptionKeys().orElse(List.of()).forEach(this::add);
    }

    public String encrypt(String text) {
        return encrypt(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** @param place where the content is stored; it cannot be decrypted anywhere else. {@code null}: anywhere */
    public String encrypt(byte[] content, String place) {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(newest);
        jwe.setKey(keysById.get(newest));
        jwe.setPlaintext(content);
        if (place != null) {
            jwe.setHeader(PLACE, place);
        }
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty if the text was not encrypted with one of the keys, or was modified */
    public Optional<String> decrypt(String encrypted) {
        return decrypt(encrypted, null).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** @return empty if the content was not encrypted with one of the keys for this place, or was modified */
    public Optional<byte[]> decrypt(String encrypted, String place) {
        var jwe = new JsonWebEncryption();
        try {
            jwe.setCompactSerialization(encrypted);
            var key = keysById.get(jwe.getKeyIdHeaderValue());
            if (key == null
                    || !Objects.equals(jwe.getHeader(PLACE), place)
                    || !KeyManagementAlgorithmIdentifiers.DIRECT.equals(jwe.getAlgorithmHeaderValue())
                    || !ContentEncryptionAlgorithmIdentifiers.AES_256_GCM.equals(
                            jwe.getEncryptionMethodHeaderParameter())) {
                return Optional.empty();
            }
            jwe.setKey(key);
            return Optional.of(jwe.getPlaintextBytes());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private String add(String secret) {
        var key = sha256("taskmaster session key " + secret);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256("id " + secret), 6));
        keysById.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
