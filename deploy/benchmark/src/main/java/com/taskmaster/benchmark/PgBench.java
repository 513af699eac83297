package com.taskmaster.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The bare query of a list through {@code pgbench}: what any service over this database could reach at most. */
final class PgBench {

    private static final String QUERY = """
            \\set account random(%d, %d)
            select id, account_id, changed_at, checklist, completed_at, created_at, due_date, due_time, due_zone, due_at,
                   list_id, next_id, notes, position, priority, repeat_from, repeat_rule, tags, title, trashed_at, version
              from task where account_id = :account and status = 'open' order by position, id limit 51;
            """;

    private final Dataset dataset;
    private final List<String> users;
    private final Path script;

    PgBench(Dataset dataset, List<String> users, Path data) {
        this.dataset = dataset;
        this.users = users;
        this.script = data.resolve("list.sql");
    }

    Result run() throws IOException {
        var first = dataset.accountOf(users.get(0));
        Files.writeString(script, QUERY.formatted(first, first + users.size() - 1));
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
                        "--host=" + database.getHost(),
                        "--port=" + database.getPort(),
                        "--username=tasks",
                        "tasks"),
                Map.of("PGPASSWORD", "tasks"));
        var result = new Result(
                "the bare query through pgbench",
                number(output, "tps = ([\\d.]+)"),
                number(output, "latency average = ([\\d.]+)"),
                0,
                0,
                0,
                0,
                0);
        System.out.println("  " + result);
        return result;
    }

    private static double number(String output, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
