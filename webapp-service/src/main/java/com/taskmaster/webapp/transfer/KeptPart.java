package com.taskmaster.webapp.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** A part of a {@link KeptFile}, encrypted: a file comes and goes part by part, and is never held as a whole. */
@Entity
class KeptPart {

    /** @param number from 0 */
    @Embeddable
    record Id(String handleHash, int number) {

        /** What binds the part to its file and to its place in it. */
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
