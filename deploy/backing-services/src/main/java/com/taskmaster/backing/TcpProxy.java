package com.taskmaster.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Forwards connections to a local server. It can fall silent, like the network when the server's machine fails: no data
 * is forwarded, and connections are not closed.
 */
final class TcpProxy implements AutoCloseable {

    private final Port target;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile AtomicBoolean silent = new AtomicBoolean();

    TcpProxy(Port target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::leadAll);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void fallSilent() {
        silent.set(true);
    }

    /** Only for new connections; earlier ones, and those opened while it was silent, stay silent. */
    void passOnAgain() {
        silent = new AtomicBoolean();
    }

    @Override
    public void close() {
        closeQuietly(entrance);
        open.forEach(TcpProxy::closeQuietly);
        threads.shutdown();
    }

    private void leadAll() {
        try {
            while (true) {
                lead(entrance.accept(), silent);
            }
        } catch (IOException closed) {
            // by close()
        }
    }

    private void lead(Socket visitor, AtomicBoolean silent) {
        open.add(visitor);
        if (silent.get()) {
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target.number());
            open.add(server);
            threads.execute(() -> pass(visitor, server, silent));
            threads.execute(() -> pass(server, visitor, silent));
        } catch (IOException refused) {
            end(visitor);
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean silent) {
        var buffer = new byte[8_192];
        try {
            for (int count; (count = from.getInputStream().read(buffer)) >= 0; ) {
                if (!silent.get()) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one side has closed the connection
        }
        if (!silent.get()) {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // it counts as closed anyway
        }
    }
}
