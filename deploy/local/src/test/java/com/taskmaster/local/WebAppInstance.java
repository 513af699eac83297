package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One of several running instances of the packaged web app. */
record WebAppInstance(ChildProcess process, Port port, Path log) implements Instance {

    /** @param settings this instance's settings in addition to the common ones */
    static WebAppInstance start(String name, Pair pair, Map<String, String> settings) {
        var all = new HashMap<>(pair.webappSettings());
        all.putAll(settings);
        return start(name, Port.free(name), all, pair.log(name));
    }

    /** @param settings all settings of this instance */
    static WebAppInstance start(String name, Port port, Map<String, String> settings, Path log) {
        var service = PackagedService.of("Web app", Path.of("../../webapp-service"));
        return new WebAppInstance(service.start(name, port, settings, log), port, log);
    }
}
