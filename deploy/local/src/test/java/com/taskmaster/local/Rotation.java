package com.taskmaster.local;

import com.taskmaster.backing.Port;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two instances of a service behind a round robin, which forwards to those that report to be ready. */
final class Rotation implements AutoCloseable {

    private final Function<String, Instance> start;
    private final String name;
    private final RoundRobin entrance;
    private Instance first;
    private Instance second;
    private int started;

    /** @param start starts an instance of this name */
    Rotation(String name, Port port, Function<String, Instance> start) throws IOException {
        this.name = name;
        this.start = start;
        first = next();
        second = next();
        entrance = new RoundRobin(port, first, second);
    }

    /** Like a rollout: stops one instance after the other, and removes each once it reports that it is not ready. */
    void replaceAll() {
        for (var instance = 0; instance < 2; instance++) {
            replaceFirst();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        first.close();
        second.close();
    }

    private void replaceFirst() {
        first.askToStop();
        awaitUnready(first);
        entrance.leadTo(second);
        first.process().onStop().join();
        first = second;
        second = next();
        entrance.leadTo(first, second);
    }

    private Instance next() {
        return start.apply(name + "-" + ++started);
    }

    private static void awaitUnready(Instance instance) {
        IntStream.generate(() -> instance.status("/q/health/ready"))
                .dropWhile(status -> status == 200)
                .findFirst();
    }
}
