package com.taskmaster.webapp.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Keys and certificates in files (RFC 7468). */
final class Pem {

    private Pem() {}

    static Path file(String label, byte[] encoded) {
        try {
            var file = Files.createTempFile("client-", ".pem");
            file.toFile().deleteOnExit();
            write(file, label, encoded);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String label, byte[] encoded) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(label, Base64.getMimeEncoder().encodeToString(encoded), label));
    }
}
