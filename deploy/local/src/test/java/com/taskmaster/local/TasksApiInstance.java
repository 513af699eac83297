package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One of several running instances of the packaged Tasks API. */
record TasksApiInstance(ChildProcess process, Port port, Path log) implements Instance {

    /** @param settings this instance's settings in addition to the common ones */
    static TasksApiInstance start(String name, Pair pair, Map<String, String> settings) {
        var port = Port.free(name);
        var all = new HashMap<>(pair.tasksApiSettings());
        all.putAll(settings);
        var process = PackagedService.of("Tasks API", Path.of("../../tasks-api-service"))
                .start(name, port, all, pair.log(name));
        return new TasksApiInstance(process, port, pair.log(name));
    }
}
