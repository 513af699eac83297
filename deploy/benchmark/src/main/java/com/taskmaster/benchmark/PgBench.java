package com.taskmaster.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a list's bare query through {@code pgbench}: the upper limit for any service on this database. */
final class PgBench {

    private static final String QUERY = """
            \\set account random(%d, %d)
            select id, account_id, changed_at, checklist, completed_at, created_at, due_date, due_time, due_zone, due_at,
                   list_id, next_id, notes, position, priority, repeat_from, repeat_rule, tags, title, trashed_at, version
              from task where account_id = :account and status = 'open' order by position, id limit 51;
            """;

    /** Logs one transaction in ten: percentiles need no more, and logging takes time as well. */
    private static final double LOGGED = 0.1;

    private final Dataset dataset;
    private final List<String> users;
    private final Path script;
    private final Path logs;

    PgBench(Dataset dataset, List<String> users, Path data) {
        this.dataset = dataset;
        this.users = users;
        this.script = data.resolve("list.sql");
        this.logs = data.resolve("pgbench");
    }

    Result run() throws IOException {
        var first = dataset.accountOf(users.get(0));
        Files.writeString(script, QUERY.formatted(first, first + users.size() - 1));
        empty(logs);
        var database = URI.create(dataset.jdbcUrl().substring("jdbc:".length()));
        var output = Tool.run(
                List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + Load.CONNECTIONS,
                        "--jobs=" + Load.THREADS,
                        "--time=" + Load.SECONDS,
                        "--file=" + script,
                        "--log",
                        "--log-prefix=" + logs.resolve("log"),
                        "--sampling-rate=" + LOGGED,
                        "--host=" + database.getHost(),
                        "--port=" + database.getPort(),
                        "--username=tasks",
                        "tasks"),
                Map.of("PGPASSWORD", "tasks"));
        var latencies = latencies();
        var result = new Result(
                "the bare query through pgbench",
                number(output, "tps = ([\\d.]+)"),
                percentile(latencies, 50),
                percentile(latencies, 90),
                percentile(latencies, 99),
                0,
                0,
                0);
        System.out.println("  " + result);
        return result;
    }

    /** Each logged transaction has a line with its latency in microseconds as the third field; each thread has a file. */
    private double[] latencies() throws IOException {
        try (var files = Files.list(logs)) {
            var lines = new ArrayList<String>();
            for (var file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream()
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                    .sorted()
                    .toArray();
        }
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static double number(String output, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
