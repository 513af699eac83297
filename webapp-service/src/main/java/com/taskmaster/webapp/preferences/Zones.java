package com.taskmaster.webapp.preferences;

import java.time.ZoneId;
import java.util.Optional;

/** The time zones that can be chosen: those of the IANA database that have a name. */
final class Zones {

    private Zones() {}

    static Optional<ZoneId> of(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
