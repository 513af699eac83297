package com.taskmaster.tasks.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same, without keeping what they ask for. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * What the value is as JSON, of which no text is held. Half a character, which a text may hold, is a question mark to a
     * writer, and a failure to what makes bytes of JSON itself.
     */
    Fingerprint add(ObjectMapper json, Object value) {
        var digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        try {
            json.writeValue(new OutputStreamWriter(digested, StandardCharsets.UTF_8), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The same bytes; what is read of them is added. A reader that closes it does not end that. */
    InputStream adding(InputStream in) {
        return new DigestInputStream(in, digest) {
            @Override
            public void close() {
                // the server closes the body itself
            }
        };
    }

    /** Reads on to the end first, because the reader may have had enough before. */
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
}
