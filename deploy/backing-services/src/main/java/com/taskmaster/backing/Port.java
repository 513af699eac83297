package com.taskmaster.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port on the loopback interface, and its purpose. */
public record Port(String purpose, int number) {

    /** Below the ephemeral port range (on Linux from 32,768), so that no outgoing connection takes it. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** A port that nothing listens on at the moment; random, because other processes are choosing one too. */
    public static Port free(String purpose) {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .mapToObj(number -> new Port(purpose, number))
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** @throws StartFailure if another program listens on the port; the message names it */
    public void requireFree() {
        if (!isFree()) {
            throw new StartFailure("Port " + number + " of " + purpose + " is taken by another program");
        }
    }

    private boolean isFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
