package com.taskmaster.local;

import com.taskmaster.backing.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain TCP load balancer: forwards each connection to the next instance, unchanged. */
final class RoundRobin implements AutoCloseable {

    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private List<Instance> instances;
    private int connections;

    RoundRobin(Port port, Instance... instances) throws IOException {
        this.instances = List.of(instances);
        entrance = new ServerSocket(port.number(), 0, InetAddress.getLoopbackAddress());
        threads.execute(this::leadAll);
    }

    /** Applies from the next connection on. */
    synchronized void leadTo(Instance... others) {
        instances = List.of(others);
        connections = 0;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void leadAll() {
        try (entrance) {
            while (true) {
                var visitor = entrance.accept();
                var instance = next().connect();
                threads.execute(() -> pass(visitor, instance));
                threads.execute(() -> pass(instance, visitor));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private synchronized Instance next() {
        return instances.get(connections++ % instances.size());
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has closed the connection, so now both have
        }
    }
}
