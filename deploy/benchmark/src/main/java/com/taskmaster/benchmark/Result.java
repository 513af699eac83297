package com.taskmaster.benchmark;

import java.util.Locale;

/**
 * What was measured.
 *
 * @param median in milliseconds, like the other percentiles; 0 is unknown
 * @param errors answers that were none, or not 2xx
 * @param cpu seconds of processor time of the service for each second; 0 is unknown
 * @param megabytes the memory of the service after it, all of its process; 0 is unknown
 */
record Result(
        String name, double perSecond, double median, double p90, double p99, long errors, double cpu, long megabytes) {

    static final String HEADER = String.format(
            "%-38s %10s %8s %8s %8s %7s %6s %7s",
            "", "per second", "p50 ms", "p90 ms", "p99 ms", "errors", "CPUs", "MB");

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-38s %10.0f %8.1f %8.1f %8.1f %7d %6.2f %7d",
                name,
                perSecond,
                median,
                p90,
                p99,
                errors,
                cpu,
                megabytes);
    }
}
