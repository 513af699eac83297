package com.taskmaster.local;

import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of several running copies of a packaged service, at an address of its own. */
interface Instance extends AutoCloseable {

    ChildProcess process();

    Port port();

    Path log();

    default URI address() {
        return URI.create("http://localhost:" + port().number());
    }

    default Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port().number());
    }

    default String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status that the instance answers with. */
    default int status(String path) {
        try {
            var request = HttpRequest.newBuilder(address().resolve(path)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, as a container engine sends it; it does not wait for the end. */
    default void askToStop() {
        process().handle().destroy();
    }

    /** As a machine that fails: nothing is brought to its end. */
    default void kill() {
        process().handle().destroyForcibly();
        process().onStop().join();
    }

    @Override
    default void close() {
        process().close();
    }
}
