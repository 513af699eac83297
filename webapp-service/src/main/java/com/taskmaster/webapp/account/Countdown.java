package com.taskmaster.webapp.account;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;

/**
 * The time left until an instant.
 *
 * @param left at the time the page is rendered; a script counts down from there
 */
@TemplateData
record Countdown(Instant end, Duration left) {

    static Countdown to(Instant end) {
        var left = Duration.between(Instant.now(), end);
        return new Countdown(end, left.isNegative() ? Duration.ZERO : left);
    }
}
