package com.taskmaster.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends requests as fast as they are answered, using {@code wrk}. */
final class Load {

    static final int CONNECTIONS = 8;
    static final int THREADS = 2;
    static final int SECONDS = 10;

    private static final int WARM_UP_SECONDS = 5;

    private final String name;
    private final int connections;
    private final Path requests;
    private final Path script;

    private Load(String name, int connections, List<Request> requests, Path data) {
        this.name = name;
        this.connections = connections;
        this.requests = data.resolve("requests.tsv");
        this.script = data.resolve("requests.lua");
        try (var source = Load.class.getResourceAsStream("/requests.lua")) {
            Files.write(this.requests, requests.stream().map(Request::line).toList());
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maximum load, over all connections at once. */
    static Load full(String name, List<Request> requests, Path data) {
        return new Load(name, CONNECTIONS, requests, data);
    }

    /** One request after the other, to measure the latency without other load. */
    static Load single(String name, Request request, Path data) {
        return new Load(name, 1, List.of(request), data);
    }

    /** Sends maximum load for some time, so that the code is compiled before it is measured. */
    void warmUp(Target target, int seconds) throws IOException {
        wrk(target, seconds);
    }

    /** Measures after a short warm-up, and prints the result. */
    Result measure(Target target) throws IOException {
        warmUp(target, WARM_UP_SECONDS);
        var service = target.process();
        var cpuBefore = cpuOf(service);
        var output = wrk(target, SECONDS);
        var fields = output.lines()
                .filter(line -> line.startsWith("result "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output))
                .split(" ");
        var cpu = cpuOf(service).minus(cpuBefore).toMillis() / 1000.0 / SECONDS;
        var result = new Result(
                name,
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Long.parseLong(fields[5]),
                cpu,
                memoryOf(service));
        System.out.println("  " + result);
        return result;
    }

    private String wrk(Target target, int seconds) throws IOException {
        return Tool.run(
                List.of(
                        "wrk",
                        "--connections=" + connections,
                        "--threads=" + Math.min(connections, THREADS),
                        "--duration=" + seconds + "s",
                        "--script=" + script,
                        target.address().toString()),
                Map.of("REQUESTS", requests.toString()));
    }

    private static Duration cpuOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The resident set size (VmRSS on Linux), in MiB. */
    private static long memoryOf(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }
}
