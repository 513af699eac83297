package com.taskmaster.backing;

import java.nio.file.Path;
import java.util.List;

/** The JVM of this build, for programs that it starts. */
public final class Jvm {

    /**
     * For programs that few people use for a while: the second compiler costs more than it brings. Without it the JVM would
     * keep room for much less code.
     */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m");

    private Jvm() {}

    /** The program {@code java}. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
