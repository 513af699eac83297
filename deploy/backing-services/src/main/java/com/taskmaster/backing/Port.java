package com.taskmaster.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback interface, and what it is for. */
public record Port(String purpose, int number) {

    /** A port that nothing listens on at the moment. */
    public static Port free(String purpose) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(purpose, socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws StartFailure naming the port, if another program listens on it */
    public void requireFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new StartFailure("Port " + number + " of " + purpose + " is taken by another program", e);
        }
    }
}
