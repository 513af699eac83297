package com.taskmaster.tasks.idempotency;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A digest that tells whether two requests are the same, without storing their content. */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    Fingerprint add(String text) {
        digest.update(bytes(text));
        return this;
    }

    /**
     * Adds the JSON, regardless of whitespace and the order of members. Uses the JSON as sent and not as parsed into
     * objects, because the next version may parse it differently.
     */
    Fingerprint add(JsonParser json) throws IOException {
        json.nextToken();
        digest.update(digest(json));
        return this;
    }

    /** All digests have the same length, so that no sequence of values is ambiguous. */
    private static byte[] digest(JsonParser json) throws IOException {
        var value = sha256();
        value.update((byte) json.currentToken().id());
        switch (json.currentToken()) {
            case START_OBJECT ->
                members(json).forEach((name, member) -> {
                    value.update(sha256().digest(bytes(name)));
                    value.update(member);
                });
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value.update(digest(json));
                }
            }
            default -> value.update(bytes(json.getText()));
        }
        return value.digest();
    }

    private static TreeMap<String, byte[]> members(JsonParser json) throws IOException {
        var members = new TreeMap<String, byte[]>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            members.put(name, digest(json));
        }
        return members;
    }

    /** The same stream, which adds the bytes read from it, even after the reader has closed it. */
    InputStream adding(InputStream in) {
        return new DigestInputStream(in, digest) {
            @Override
            public void close() {
                // the server closes the body itself
            }
        };
    }

    /** Reads the rest of the stream first, because the reader may have stopped before its end. */
    String hexAtTheEndOf(InputStream adding) {
        try {
            adding.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** An unpaired surrogate, which JSON can contain, becomes a question mark. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
