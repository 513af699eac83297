package com.taskmaster.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends requests as fast as they are answered, through {@code wrk}. */
final class Load {

    static final int CONNECTIONS = 8;
    static final int THREADS = 2;
    static final int SECONDS = 10;

    private final String name;
    private final Path requests;
    private final Path script;

    Load(String name, List<Request> requests, Path data) {
        this.name = name;
        this.requests = data.resolve("requests.tsv");
        this.script = data.resolve("requests.lua");
        try (var source = Load.class.getResourceAsStream("/requests.lua")) {
            Files.write(this.requests, requests.stream().map(Request::line).toList());
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As fast as can be for a while, so that what is measured afterwards is compiled. */
    void warmUp(URI api, int seconds) throws IOException {
        wrk(api, seconds);
    }

    Result run(URI api, ProcessHandle service) throws IOException {
        var cpuBefore = cpuOf(service);
        var output = wrk(api, SECONDS);
        var fields = output.lines()
                .filter(line -> line.startsWith("result "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output))
                .split(" ");
        var cpu = cpuOf(service).minus(cpuBefore).toMillis() / 1000.0 / SECONDS;
        return new Result(
                name,
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Long.parseLong(fields[5]),
                cpu,
                memoryOf(service));
    }

    private String wrk(URI api, int seconds) throws IOException {
        return Tool.run(
                List.of(
                        "wrk",
                        "--connections=" + CONNECTIONS,
                        "--threads=" + THREADS,
                        "--duration=" + seconds + "s",
                        "--script=" + script,
                        api.toString()),
                Map.of("REQUESTS", requests.toString()));
    }

    private static Duration cpuOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** In megabytes, as Linux tells it. */
    private static long memoryOf(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }
}
