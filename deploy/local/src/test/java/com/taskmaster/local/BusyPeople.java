package com.taskmaster.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Users who read their tasks and add one, at most twice a second, until they are stopped. */
final class BusyPeople implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 120;

    private final String shift = UUID.randomUUID().toString();
    private final ScheduledExecutorService threads;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Semaphore newlyAcknowledged = new Semaphore(0);
    private final Semaphore newlyFailed = new Semaphore(0);

    /** @param webapp the public URL */
    BusyPeople(URI webapp, String... names) {
        threads = Executors.newScheduledThreadPool(names.length);
        for (var name : names) {
            var visitor = new Visitor(webapp);
            visitor.signIn(name);
            visitors.add(visitor);
        }
        visitors.forEach(this::occupy);
    }

    /** The titles of the tasks that the web app confirmed. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The responses that did not confirm a task. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Visitor> visitors() {
        return visitors;
    }

    /** Waits until this many more tasks have been confirmed. */
    void awaitAcknowledged(int number) {
        await(newlyAcknowledged, number);
    }

    void awaitFailures(int number) {
        await(newlyFailed, number);
    }

    /** Completes what has been started. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("somebody waits for an answer that does not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each user has connections that are kept, like those of a browser. */
    private void occupy(Visitor visitor) {
        var browser = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        var number = visitors.indexOf(visitor);
        var tasks = new int[1];
        threads.scheduleWithFixedDelay(
                () -> {
                    var title = "Task %d of person %d in shift %s".formatted(++tasks[0], number, shift);
                    if (succeeds(() -> visitor.readTasks(browser), 200)
                            && succeeds(() -> visitor.addTask(browser, title), 303)) {
                        acknowledged.add(title);
                        newlyAcknowledged.release();
                    }
                },
                0,
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private boolean succeeds(Supplier<HttpResponse<String>> request, int expected) {
        try {
            var response = request.get();
            if (response.statusCode() == expected) {
                return true;
            }
            failures.add(response.request().method() + " " + response.statusCode());
        } catch (RuntimeException e) {
            failures.add(String.valueOf(e.getCause()));
        }
        newlyFailed.release();
        return false;
    }

    private static void await(Semaphore events, int number) {
        try {
            events.drainPermits();
            if (!events.tryAcquire(number, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not " + number + " within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
