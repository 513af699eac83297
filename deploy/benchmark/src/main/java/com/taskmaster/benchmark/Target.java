package com.taskmaster.benchmark;

import com.taskmaster.local.Pair;
import java.net.URI;

/** The service to measure. */
record Target(URI address, ProcessHandle process) {

    static Target tasksApi(Pair pair) {
        return new Target(pair.tasksApi(), pair.process("tasks-api-service"));
    }

    static Target webapp(Pair pair) {
        return new Target(pair.webapp(), pair.process("webapp-service"));
    }
}
