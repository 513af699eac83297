package com.taskmaster.tasks.order;

import java.util.List;
import java.util.stream.IntStream;

/** A position in a user-defined order: the lowest comes first; bounded on both sides. */
public final class Position {

    public static final String LOWEST = "-1e15";
    public static final String HIGHEST = "1e15";

    /** The distance to the first or last entry, with room for many insertions in between. */
    private static final double GAP = 65_536;

    public static final double TOP = Double.parseDouble(LOWEST);
    public static final double BOTTOM = Double.parseDouble(HIGHEST);

    /** The smallest distance of neighbors, with room for many more insertions in between. */
    static final double CLOSEST = 0x1p-20;

    /** The smallest distance as a share of the position, for large positions, where numbers have fewer decimals. */
    static final double CLOSEST_SHARE = 0x1p-46;

    /** The maximum of entries on each side that are moved to make room. */
    static final int MOST_SPREAD = 500;

    /** The least factor by which the smallest distance grows when room is made: ten more halvings. */
    private static final double ROOMY = 1024;

    private Position() {}

    /** Stops at the bound; entries at the same position are ordered by id. */
    public static double above(double first) {
        return Math.max(first - GAP, TOP);
    }

    public static double below(double last) {
        return Math.min(last + GAP, BOTTOM);
    }

    /**
     * Moves the nearest neighbors on one side of an entry away, if they are too close. Entries at exactly the same position
     * do not count, as their order is by id.
     *
     * @param place the position of the entry, which does not change
     * @param others the positions on this side, nearest first: all of them, or more than {@link #MOST_SPREAD}
     * @param end the bound on this side
     * @return the new positions of the nearest neighbors in the same order; empty if none needs to move, or none can
     */
    static List<Double> spread(double place, List<Double> others, double end) {
        var closest = Math.max(CLOSEST, Math.abs(place) * CLOSEST_SHARE);
        if (others.stream()
                .map(other -> Math.abs(other - place))
                .filter(distance -> distance > 0)
                .findFirst()
                .filter(distance -> distance < closest)
                .isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, Math.min(others.size(), MOST_SPREAD))
                .filter(count -> Math.abs(step(place, others, end, count)) >= closest * ROOMY)
                .mapToObj(count -> spread(place, step(place, others, end, count), count))
                .findFirst()
                .orElse(List.of());
    }

    private static List<Double> spread(double place, double step, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> place + i * step).toList();
    }

    /** The distance between the entries if {@code count} neighbors are spread up to the next one, or the end. */
    private static double step(double place, List<Double> others, double end, int count) {
        var room = count < others.size()
                ? others.get(count) - place
                : Math.copySign(Math.min((count + 1) * GAP, Math.abs(end - place)), end - place);
        return room / (count + 1);
    }
}
