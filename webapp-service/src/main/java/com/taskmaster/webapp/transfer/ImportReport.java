package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * What an import did, as the Tasks API tells it.
 *
 * @param id by which it can be undone; {@code null} where nothing was stored
 * @param refusals the first of them
 */
@RegisterForReflection // kept as JSON, encrypted
@TemplateData
record ImportReport(UUID id, int imported, int refused, List<Refusal> refusals) {

    /**
     * A row that cannot be had.
     *
     * @param field {@code null} where it is the row as a whole
     * @param reason why, in English, for where there are no words of our own
     */
    @RegisterForReflection // kept as JSON, encrypted
    @TemplateData
    record Refusal(long line, String field, String code, String reason) {

        /** {@code null} where there are no other words for it. */
        public Reason why() {
            return Reason.of(code);
        }
    }
}
