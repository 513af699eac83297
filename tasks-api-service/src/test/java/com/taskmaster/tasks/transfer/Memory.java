package com.taskmaster.tasks.transfer;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory something takes. */
final class Memory {

    private Memory() {}

    /** The bytes that the calling thread allocates in all, garbage included: more than it holds at any time. */
    static long allocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
