package com.taskmaster.webapp.board;

import java.util.List;

/**
 * The positions of items that can be moved past their neighbors.
 *
 * @param positions in ascending order
 * @param fromTheTop whether the first one has no predecessor
 * @param toTheBottom whether the last one has no successor
 */
record Places(List<Double> positions, boolean fromTheTop, boolean toTheBottom) {

    /** The distance that the API leaves above the first item. */
    private static final double GAP = 65_536;

    /** The position that moves the item up by one; {@code null} if it cannot move. */
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

    /** The position that moves the item down by one; {@code null} if it cannot move. */
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
