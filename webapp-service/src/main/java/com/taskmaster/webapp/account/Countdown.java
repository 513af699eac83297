package com.taskmaster.webapp.account;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;

/**
 * What is left until a moment.
 *
 * @param left as the page is written; a script goes on from there
 */
@TemplateData
record Countdown(Instant end, Duration left) {

    static Countdown to(Instant end) {
        var left = Duration.between(Instant.now(), end);
        return new Countdown(end, left.isNegative() ? Duration.ZERO : left);
    }
}
