package com.taskmaster.tasks.task;

/** A place in a user-defined order: lower comes first; bounded on both sides. */
public final class Position {

    public static final String LOWEST = "-1e15";
    public static final String HIGHEST = "1e15";

    /** Leaves room to insert many entries between two. */
    private static final double GAP = 65_536;

    private static final double TOP = Double.parseDouble(LOWEST);
    private static final double BOTTOM = Double.parseDouble(HIGHEST);

    private Position() {}

    /** Stops at the bound; entries at the same position are ordered by id. */
    public static double above(double first) {
        return Math.max(first - GAP, TOP);
    }

    public static double below(double last) {
        return Math.min(last + GAP, BOTTOM);
    }
}
