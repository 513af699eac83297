package com.taskmaster.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port of the loopback interface, and what it is for. */
public record Port(String purpose, int number) {

    /** Below those that systems give to connections (Linux: from 32,768): none of them comes in between. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** A port that nothing listens on at the moment; by chance, for others look for one at the same time. */
    public static Port free(String purpose) {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .mapToObj(number -> new Port(purpose, number))
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** @throws StartFailure naming the port, if another program listens on it */
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
