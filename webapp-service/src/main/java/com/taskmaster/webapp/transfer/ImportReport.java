package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * What an import did, according to the Tasks API.
 *
 * @param id the id for undoing it; {@code null} if nothing was stored
 * @param refusals the first rejected rows
 */
@RegisterForReflection // stored as encrypted JSON
@TemplateData
record ImportReport(UUID id, int imported, int refused, List<Refusal> refusals) {

    /**
     * A rejected row.
     *
     * @param field {@code null} if the whole row was rejected
     * @param reason the API's text in English, used if there is no translation
     */
    @RegisterForReflection // stored as encrypted JSON
    @TemplateData
    record Refusal(long line, String field, String code, String reason) {

        /** {@code null} if there is no translation. */
        public Reason why() {
            return Reason.of(code);
        }
    }
}
