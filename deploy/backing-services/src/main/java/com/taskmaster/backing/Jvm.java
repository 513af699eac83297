package com.taskmaster.backing;

import java.nio.file.Path;
import java.util.List;

/** The JVM of this build, for programs that it starts. */
public final class Jvm {

    /**
     * For short-lived programs with few users, for which the C2 compiler is not worth its cost. Without C2, the JVM
     * would reserve a much smaller code cache by default.
     */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m");

    private Jvm() {}

    /** The path of {@code java}. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
