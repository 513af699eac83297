package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One of several running copies of the packaged web app. */
record WebAppInstance(ChildProcess process, Port port, Path log) implements Instance {

    /** @param settings what this instance is told beside what all are told */
    static WebAppInstance start(String name, Pair pair, Map<String, String> settings) {
        var port = Port.free(name);
        var all = new HashMap<>(pair.webappSettings());
        all.putAll(settings);
        var process =
                PackagedService.of("Web app", Path.of("../../webapp-service")).start(name, port, all, pair.log(name));
        return new WebAppInstance(process, port, pair.log(name));
    }
}
