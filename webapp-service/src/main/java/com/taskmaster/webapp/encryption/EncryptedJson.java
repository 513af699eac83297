package com.taskmaster.webapp.encryption;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Stores values in the database as JSON, encrypted with the {@link EncryptionKeys}. */
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

    /** @param place where the value is stored; it cannot be decrypted anywhere else. {@code null}: anywhere */
    public String encrypt(Object value, String place) {
        try {
            return keys.encrypt(json.writeValueAsBytes(value), place);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty if the value was not encrypted with one of the keys, or was modified */
    public <T> Optional<T> decrypt(String encrypted, Class<T> type) {
        return decrypt(encrypted, null, type);
    }

    /** @return empty if the value was not encrypted with one of the keys for this place, or was modified */
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
