package com.taskmaster.tasks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory something takes. */
public final class Memory {

    private Memory() {}

    /** The bytes that the calling thread allocates in all, garbage included: more than it holds at any time. */
    public static long allocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
