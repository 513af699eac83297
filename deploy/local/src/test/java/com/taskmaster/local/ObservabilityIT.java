package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the rules of {@code deploy/observability}, held against what the running pair publishes. */
class ObservabilityIT extends Journey {

    private static final Path FOLDER = Path.of("../observability");

    /** What looks like a metric in an expression: labels, ranges, the labels of an aggregation, functions. */
    private static final Pattern NO_METRIC = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)|\\b[a-z_]+(?=\\()");

    private static final Pattern METRIC = Pattern.compile("\\b(?:up|[a-z]+(?:_[a-z0-9]+)+)\\b");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern RULE = Pattern.compile("(?m)^ +expr: ([^|\\n].*|\\|\\n(?: {10}.*\\n)+)");

    /** In a sample, and in an expression, whose quotation marks JSON escapes. */
    private static final Pattern EVENTS = Pattern.compile("\\bevent=~?\\\\?\"([a-z_|]+)");

    @Test
    void showsOnlyMetricsThatTheRunningPairPublishes() throws IOException {
        var expressions = new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(15);
        assertThat(metrics(expressions)).isSubsetOf(publishedAfter("Something for the dashboard"));
    }

    @Test
    void alertsOnlyOnMetricsThatTheRunningPairPublishes() {
        var rules = read("alerts.yaml");
        var expressions =
                RULE.matcher(rules).results().map(rule -> rule.group(1)).toList();

        assertThat(expressions).hasSize(alerts().size());
        assertThat(metrics(expressions)).isSubsetOf(publishedAfter("Something for the alerts"));
    }

    /** Many of them have not happened here: their first one is to be seen, too. */
    @Test
    void countsEveryEventThatIsAskedForFromTheStart() {
        var asked = Stream.of("alerts.yaml", "dashboard.json")
                .flatMap(file -> EVENTS.matcher(read(file)).results())
                .flatMap(events -> Stream.of(events.group(1).split("\\|")))
                .collect(Collectors.toSet());
        var counted = samples(pair.webapp())
                .filter(sample -> sample.startsWith("taskmaster_session_events_total{"))
                .flatMap(sample -> EVENTS.matcher(sample).results())
                .map(event -> event.group(1));

        assertThat(asked).contains("renewal_refused");
        assertThat(counted).containsAll(asked);
    }

    @Test
    void hasARunbookForEachRule() throws IOException {
        try (var runbooks = Files.list(FOLDER.resolve("runbooks"))) {
            assertThat(runbooks.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().stream().map(alert -> alert + ".md").toList());
        }
        var rules = read("alerts.yaml");
        assertThat(alerts()).allSatisfy(alert -> assertThat(rules).contains("runbook_url: runbooks/" + alert + ".md"));
    }

    /** After some use; {@code up} is Prometheus's own. */
    private Set<String> publishedAfter(String task) {
        signIn(page, "alice");
        addTask(page, task);
        var names = Stream.of(pair.webapp(), pair.tasksApi())
                .flatMap(this::samples)
                .map(sample -> sample.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
        names.add("up");
        return names;
    }

    private Stream<String> samples(URI service) {
        return page.context()
                .request()
                .get(service + "/q/metrics")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> metrics(List<String> expressions) {
        return expressions.stream()
                .map(expression -> NO_METRIC.matcher(expression).replaceAll(" "))
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> alerts() {
        return ALERT.matcher(read("alerts.yaml"))
                .results()
                .map(alert -> alert.group(1))
                .toList();
    }
}
