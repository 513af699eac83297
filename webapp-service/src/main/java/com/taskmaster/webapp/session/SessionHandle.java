package com.taskmaster.webapp.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What the browser's cookie holds of a session, encrypted: 256 random bits that are stored nowhere. */
record SessionHandle(String value) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static SessionHandle random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SessionHandle(BASE64.encodeToString(bytes));
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
