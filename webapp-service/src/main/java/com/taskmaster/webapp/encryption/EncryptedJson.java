package com.taskmaster.webapp.encryption;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Values as they rest in the database: JSON, encrypted with the {@link EncryptionKeys}. */
@Singleton
public class EncryptedJson {

    private final EncryptionKeys keys;
    private final ObjectMapper json;

    EncryptedJson(EncryptionKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    public String encrypt(Object value) {
        return encrypt(value, null);
    }

    /** @param place where it is kept, nowhere else can it be decrypted; {@code null}: anywhere */
    public String encrypt(Object value, String place) {
        try {
            return keys.encrypt(json.writeValueAsBytes(value), place);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return nothing if it was not encrypted with one of the keys, or was changed since */
    public <T> Optional<T> decrypt(String encrypted, Class<T> type) {
        return decrypt(encrypted, null, type);
    }

    /** @return nothing if it was not encrypted with one of the keys for this place, or was changed since */
    public <T> Optional<T> decrypt(String encrypted, String place, Class<T> type) {
        return keys.decrypt(encrypted, place).map(content -> {
            try {
                return json.readValue(content, type);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
