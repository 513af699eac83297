package com.taskmaster.tasks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures memory allocation. */
public final class Memory {

    private Memory() {}

    /** The bytes that the calling thread allocates, including garbage: an upper bound of what it holds at any time. */
    public static long allocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
