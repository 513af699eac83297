package com.taskmaster.webapp.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tokens as they rest in the database. */
@Singleton
class TokenVault {

    private final EncryptionKeys keys;
    private final ObjectMapper json;

    TokenVault(EncryptionKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    String lock(String handleHash, Tokens tokens) {
        try {
            return keys.encrypt(json.writeValueAsString(new Content(handleHash, tokens)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return nothing if the key is gone, or if somebody moved the tokens here from another row */
    Optional<Tokens> open(Session session) {
        return keys.decrypt(session.encryptedTokens())
                .map(this::parse)
                .filter(content -> content.handleHash().equals(session.handleHash()))
                .map(Content::tokens);
    }

    private Content parse(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @RegisterForReflection // kept as JSON, encrypted
    private record Content(String handleHash, Tokens tokens) {}
}
