package com.taskmaster.webapp.session;

import com.taskmaster.webapp.encryption.EncryptedJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Encrypts and decrypts the tokens in the database. */
@Singleton
class TokenVault {

    private final EncryptedJson json;

    TokenVault(EncryptedJson json) {
        this.json = json;
    }

    String lock(String handleHash, Tokens tokens) {
        return json.encrypt(new Content(handleHash, tokens));
    }

    /** @return empty if the key is gone, or if the tokens were copied here from another row */
    Optional<Tokens> open(Session session) {
        return json.decrypt(session.encryptedTokens(), Content.class)
                .filter(content -> content.handleHash().equals(session.handleHash()))
                .map(Content::tokens);
    }

    @RegisterForReflection // stored as encrypted JSON
    private record Content(String handleHash, Tokens tokens) {}
}
