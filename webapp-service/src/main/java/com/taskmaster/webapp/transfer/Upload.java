package com.taskmaster.webapp.transfer;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Checks a file before it is stored. */
final class Upload {

    /** In bytes, the limit of the Tasks API. */
    static final long LARGEST = 16L * 1024 * 1024;

    private Upload() {}

    /** @param file {@code null}: none was sent */
    static Optional<Trouble> trouble(FileUpload file) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            return Optional.of(Trouble.NO_FILE);
        }
        if (file.size() == 0) {
            return Optional.of(Trouble.EMPTY);
        }
        if (file.size() > LARGEST) {
            return Optional.of(Trouble.TOO_LARGE);
        }
        return isUtf8(file) ? Optional.empty() : Optional.of(Trouble.NOT_UTF8);
    }

    private static boolean isUtf8(FileUpload file) throws IOException {
        try (var reader = Files.newBufferedReader(file.uploadedFile())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
