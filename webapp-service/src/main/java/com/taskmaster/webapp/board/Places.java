package com.taskmaster.webapp.board;

import java.util.List;

/**
 * Where things stand that can change places with their neighbours.
 *
 * @param positions in their order
 * @param fromTheTop whether nothing comes before
 * @param toTheBottom whether nothing comes after
 */
record Places(List<Double> positions, boolean fromTheTop, boolean toTheBottom) {

    /** As much room as the API leaves above the first. */
    private static final double GAP = 65_536;

    /** The position that puts it one place up; {@code null} where that cannot be done. */
    Double above(int index) {
        if (index == 0) {
            return null;
        }
        var next = positions.get(index - 1);
        if (index > 1) {
            return between(positions.get(index - 2), next);
        }
        return fromTheTop ? Double.valueOf(next - GAP) : null;
    }

    /** The position that puts it one place down; {@code null} where that cannot be done. */
    Double below(int index) {
        if (index == positions.size() - 1) {
            return null;
        }
        var previous = positions.get(index + 1);
        if (index < positions.size() - 2) {
            return between(previous, positions.get(index + 2));
        }
        return toTheBottom ? Double.valueOf(previous + GAP) : null;
    }

    boolean isFirst(int index) {
        return index == 0 && fromTheTop;
    }

    boolean isLast(int index) {
        return index == positions.size() - 1 && toTheBottom;
    }

    private static double between(double one, double other) {
        return one + (other - one) / 2;
    }
}
