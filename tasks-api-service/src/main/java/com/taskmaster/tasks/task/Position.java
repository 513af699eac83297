package com.taskmaster.tasks.task;

/** Where things stand in an order of one's own: lower comes first, and there is an end to it on both sides. */
public final class Position {

    public static final String LOWEST = "-1e15";
    public static final String HIGHEST = "1e15";

    /** Room for many to be put between two. */
    private static final double GAP = 65_536;

    private static final double TOP = Double.parseDouble(LOWEST);
    private static final double BOTTOM = Double.parseDouble(HIGHEST);

    private Position() {}

    /** At the very top there is no room above: what stands at one position is in the order of its identifiers. */
    public static double above(double first) {
        return Math.max(first - GAP, TOP);
    }

    public static double below(double last) {
        return Math.min(last + GAP, BOTTOM);
    }
}
