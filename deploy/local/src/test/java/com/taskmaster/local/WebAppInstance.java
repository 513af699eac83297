package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One of several running copies of the packaged web app, at an address of its own. */
record WebAppInstance(ChildProcess process, Port port, Path log) implements AutoCloseable {

    /** @param settings what this instance is told beside what all are told */
    static WebAppInstance start(String name, Pair pair, Map<String, String> settings) {
        var all = new HashMap<>(pair.webappSettings());
        all.putAll(settings);
        return start(name, Port.free(name), all, pair.log(name));
    }

    /** @param settings all that this instance is told */
    static WebAppInstance start(String name, Port port, Map<String, String> settings, Path log) {
        var service = PackagedService.of("Web app", Path.of("../../webapp-service"));
        return new WebAppInstance(service.start(name, port, settings, log), port, log);
    }

    URI address() {
        return URI.create("http://localhost:" + port.number());
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port.number());
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a machine that fails: nothing is brought to its end. */
    void kill() {
        process.handle().destroyForcibly();
        process.onStop().join();
    }

    @Override
    public void close() {
        process.close();
    }
}
