package com.taskmaster.webapp.preferences;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The time zones to choose from: those of the IANA database that are named after a place. */
final class Zones {

    static final ZoneId UTC = ZoneId.of("UTC");

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private Zones() {}

    static Optional<ZoneId> of(String name) {
        return Optional.ofNullable(name).filter(NAMES::contains).map(ZoneId::of);
    }

    static Collection<Region> regions() {
        return NAMES.stream()
                .filter(name -> name.contains("/") && !name.startsWith("SystemV/"))
                .sorted()
                .collect(Collectors.groupingBy(
                        Zones::region, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Region::new)))
                .values();
    }

    private static String region(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** A region of the world and its time zones. */
    @TemplateData
    record Region(List<String> zones) {

        public String name() {
            return region(zones.get(0));
        }

        public List<Place> places() {
            return zones.stream().map(Place::new).toList();
        }
    }

    /** @param zone the name in the IANA database */
    @TemplateData
    record Place(String zone) {

        public String name() {
            return zone.substring(zone.indexOf('/') + 1).replace('_', ' ');
        }
    }
}
