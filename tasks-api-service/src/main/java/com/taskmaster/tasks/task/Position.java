package com.taskmaster.tasks.task;

import java.util.List;
import java.util.stream.IntStream;

/** A place in a user-defined order: lower comes first; bounded on both sides. */
public final class Position {

    public static final String LOWEST = "-1e15";
    public static final String HIGHEST = "1e15";

    /** Leaves room to insert many entries between two. */
    private static final double GAP = 65_536;

    public static final double TOP = Double.parseDouble(LOWEST);
    public static final double BOTTOM = Double.parseDouble(HIGHEST);

    /** How close two entries may be, so that others find a place between them for a while. */
    static final double CLOSEST = 1.0 / 1024;

    /** The same far from 0, where numbers have fewer decimals: as a share of the position. */
    static final double CLOSEST_SHARE = 0x1p-46;

    /** How many entries at most make room for another one on each side of it. */
    static final int MOST_SPREAD = 100;

    /** Room for ten more halvings. */
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
     * Spreads the nearest entries on one side of another one, if those are too close to it: a place between two entries is
     * half the way, and halved some fifty times it would be the place of one of them. Entries at the very same position are
     * not too close: whoever put them there leaves their order to their ids.
     *
     * @param place the position of the entry, which keeps it
     * @param others the positions of those on one side, nearest first: all, or more than {@link #MOST_SPREAD}
     * @param end the bound on this side
     * @return the new positions of the nearest, in the same order; empty if they can stay, or if there is no room for them
     */
    public static List<Double> spread(double place, List<Double> others, double end) {
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

    /** From each to the next, if so many are spread between the entry and the one behind them, or as far as they like. */
    private static double step(double place, List<Double> others, double end, int count) {
        var room = count < others.size()
                ? others.get(count) - place
                : Math.copySign(Math.min((count + 1) * GAP, Math.abs(end - place)), end - place);
        return room / (count + 1);
    }
}
