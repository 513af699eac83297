package com.taskmaster.benchmark;

import java.util.Locale;

/**
 * The result of a measurement.
 *
 * @param median in milliseconds, like the other percentiles; 0: unknown
 * @param errors failed requests and responses other than 2xx
 * @param cpu the service's CPU seconds per second; 0: unknown
 * @param megabytes the service's resident memory afterwards; 0: unknown
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
