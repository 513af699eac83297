package com.taskmaster.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that only its owner ends: it ignores the terminal's Ctrl-C, so that several can be stopped in order.
 *
 * <p>Its output is appended to a log file. While it runs, a file beside the log contains its process id, so that the
 * next start can end a process whose owner was killed.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);
    private static final Duration TIME_TO_START = Duration.ofSeconds(240);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private ChildProcess(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** Starts in the current working directory. */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        return start(name, Path.of(""), command, environment, log);
    }

    /**
     * @param folder the working directory
     * @param environment variables added to this process's environment
     * @param log the file to which the output is appended; its folder is created if necessary
     * @throws StartFailure if the operating system refuses
     */
    public static ChildProcess start(
            String name, Path folder, List<String> command, Map<String, String> environment, Path log) {
        var pidFile = log.resolveSibling(name + ".pid");
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(ignoringInterrupts(command))
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
            return new ChildProcess(name, process, log, pidFile);
        } catch (IOException e) {
            throw new StartFailure(name + " cannot be started; its log would be " + log, e);
        }
    }

    /**
     * Ends the processes of an earlier run whose owner was killed.
     *
     * @param logs the folder of their logs
     */
    public static void endLeftovers(Path logs) {
        try (var pidFiles = Files.newDirectoryStream(logs, "*.pid")) {
            pidFiles.forEach(ChildProcess::endLeftover);
        } catch (IOException e) {
            throw new StartFailure("The folder " + logs + " cannot be read", e);
        }
    }

    /**
     * Waits until the address responds with a status below 400.
     *
     * @throws StartFailure if the process ends before, or takes longer than four minutes
     */
    public ChildProcess awaitReady(URI address) {
        var deadline = Instant.now().plus(TIME_TO_START);
        while (!answers(address)) {
            if (endsWithin(PAUSE)) {
                throw stopped();
            }
            if (Instant.now().isAfter(deadline)) {
                close();
                throw new StartFailure(name + " did not answer at " + address + " within " + TIME_TO_START.toSeconds()
                        + " s; its log is " + log);
            }
        }
        return this;
    }

    /**
     * Waits until the process has ended by itself.
     *
     * @throws StartFailure if it fails, or takes longer than four minutes
     */
    public void awaitSuccess() {
        if (!endsWithin(TIME_TO_START)) {
            close();
            throw new StartFailure(name + " did not end within " + TIME_TO_START.toSeconds() + " s; its log is " + log);
        }
        deletePidFile();
        if (process.exitValue() != 0) {
            throw stopped();
        }
    }

    /** The process, for inspection. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes when the process ends, with the failure to report if it was not stopped on purpose. */
    public CompletableFuture<StartFailure> onStop() {
        return process.onExit().thenApply(ended -> stopped());
    }

    /** Stops the process, and kills it if that takes longer than 20 seconds. */
    @Override
    public void close() {
        end(process.toHandle());
        deletePidFile();
    }

    private StartFailure stopped() {
        return new StartFailure(name + " stopped with exit code " + process.exitValue() + "; its log is " + log);
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while " + name + " was starting");
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    < 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An ignored signal stays ignored in the program that replaces the shell (POSIX, exec). */
    private static List<String> ignoringInterrupts(List<String> command) {
        var wrapped = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void endLeftover(Path pidFile) {
        try {
            var parts = Files.readString(pidFile).strip().split(" ", 2);
            ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(handle -> parts.length == 2 && startOf(handle).equals(parts[1]))
                    .ifPresent(ChildProcess::end);
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new StartFailure("The file " + pidFile + " cannot be read", e);
        }
    }

    static void end(ProcessHandle handle) {
        var family = new ArrayList<>(handle.descendants().toList());
        family.add(handle);
        handle.destroy();
        if (!endsWithin(handle, TIME_TO_STOP)) {
            family.forEach(ProcessHandle::destroyForcibly);
            endsWithin(handle, TIME_TO_STOP);
        }
    }

    /** Uninterruptible, because the process must be ended in any case. */
    private static boolean endsWithin(ProcessHandle handle, Duration time) {
        return handle.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static String startOf(ProcessHandle handle) {
        return Optional.ofNullable(handle)
                .flatMap(h -> h.info().startInstant())
                .map(Instant::toString)
                .orElse("");
    }
}
