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

/** One of several running instances of a packaged service, with its own address. */
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

    /** The status of the instance's response. */
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

    /** Sends SIGTERM, like a container engine, and does not wait for the end. */
    default void askToStop() {
        process().handle().destroy();
    }

    /** Simulates the failure of its machine: nothing is completed. */
    default void kill() {
        process().handle().destroyForcibly();
        process().onStop().join();
    }

    @Override
    default void close() {
        process().close();
    }
}
