package com.taskmaster.webapp.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/**
 * An encrypted part of a {@link KeptFile}: files are stored and read part by part, and never held in memory as a whole.
 */
@Entity
class KeptPart {

    /** @param number from 0 */
    @Embeddable
    record Id(String handleHash, int number) {

        /** Binds the encrypted part to its file and its place in it. */
        String place() {
            return handleHash + "/" + number;
        }
    }

    @EmbeddedId
    private Id id;

    private String content;

    protected KeptPart() {}

    KeptPart(Id id, String content) {
        this.id = id;
        this.content = content;
    }

    String content() {
        return content;
    }
}
