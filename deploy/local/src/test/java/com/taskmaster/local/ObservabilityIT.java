package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and alert rules of {@code deploy/observability}, compared with the metrics of the running pair. */
class ObservabilityIT extends Journey {

    private static final Path FOLDER = Path.of("../observability");

    /** A native executable publishes no metrics of its garbage collector. */
    private static final String OF_A_JVM = "jvm_gc_";

    private static final boolean IS_NATIVE = PackagedService.of("Web app", Path.of("../../webapp-service"))
            .kind()
            .equals(PackagedService.NATIVE);

    /** Parts of an expression that are not metrics: labels, ranges, the labels of an aggregation, functions. */
    private static final Pattern NO_METRIC = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)|\\b[a-z_]+(?=\\()");

    private static final Pattern SELECTOR = Pattern.compile("\\b([a-z_]+)\\{([^}]*)}");
    private static final Pattern OF_THE_NAMESPACE =
            Pattern.compile("\\b[a-z_]+\\{job=~?\"[^\"]+\",namespace=~\"\\$namespace\"[^}]*}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(=~?)\"([^\"]*)\"");
    private static final String JOB = "job";

    /** The statuses of faults and of rate limiting, which the test cannot cause. */
    private static final Set<String> NOT_ON_DEMAND = Set.of("5..", "429");

    private static final Pattern METRIC = Pattern.compile("\\b(?:up|[a-z]+(?:_[a-z0-9]+)+)\\b");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern RULE = Pattern.compile("(?m)^ +expr: ([^|\\n].*|\\|\\n(?: {10}.*\\n)+)");

    /** Matches both a sample and an expression, in which JSON escapes the quotation marks. */
    private static final Pattern EVENTS = Pattern.compile("\\bevent=~?\\\\?\"([a-z_|]+)");

    @Test
    void showsOnlyMetricsThatTheRunningPairPublishes() throws IOException {
        var expressions = panels();

        assertThat(expressions).hasSizeGreaterThan(15);
        assertThat(metrics(expressions)).isSubsetOf(publishedAfter("Something for the dashboard"));
    }

    @Test
    void showsTheNamespaceThatIsChosen() throws IOException {
        var elsewhere = panels().stream()
                .map(expression -> OF_THE_NAMESPACE.matcher(expression).replaceAll(" "))
                .toList();

        assertThat(metrics(elsewhere)).isEmpty();
    }

    @Test
    void alertsOnlyOnMetricsThatTheRunningPairPublishes() {
        var expressions = rules();

        assertThat(expressions).hasSize(alerts().size());
        assertThat(metrics(expressions)).isSubsetOf(publishedAfter("Something for the alerts"));
    }

    /** Every service that a selector names publishes samples for it. */
    @Test
    void asksForLabelsThatTheServicesPublish() throws IOException {
        publishedAfter("Something for the labels");
        page.context()
                .request()
                .get(
                        pair.tasksApi() + "/tasks",
                        RequestOptions.create().setHeader("Authorization", "Bearer not-a-token"));
        var published = Map.of(
                "webapp", samples(pair.webapp()).map(Sample::of).toList(),
                "tasks-api", samples(pair.tasksApi()).map(Sample::of).toList());
        var selectors = Stream.concat(panels().stream(), rules().stream())
                .filter(expression -> !IS_NATIVE || !expression.contains(OF_A_JVM))
                .flatMap(expression -> SELECTOR.matcher(expression).results())
                .filter(selector -> !selector.group(1).equals("up"))
                .map(selector -> Map.entry(selector.group(1), matchers(selector.group(2))))
                .toList();

        assertThat(selectors).hasSizeGreaterThan(20).allSatisfy(selector -> {
            var job = Optional.ofNullable(selector.getValue().get(JOB));
            var publishing = published.keySet().stream()
                    .filter(service -> published.get(service).stream()
                            .anyMatch(sample -> sample.matches(selector.getKey(), selector.getValue())))
                    .toList();
            assertThat(publishing)
                    .as(selector.toString())
                    .isNotEmpty()
                    .containsAll(published.keySet().stream()
                            .filter(service -> job.filter(
                                            named -> named.matcher(service).matches())
                                    .isPresent())
                            .toList());
        });
    }

    /** Even events that have not happened yet, so that an increase shows the first one. */
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

    /** The metrics after some use, and {@code up}, which Prometheus itself adds. */
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

    private static List<String> panels() throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .findValuesAsText("expr");
    }

    private static List<String> rules() {
        return RULE.matcher(read("alerts.yaml"))
                .results()
                .map(rule -> rule.group(1))
                .toList();
    }

    /** By label name. */
    private static Map<String, Pattern> matchers(String selector) {
        return LABEL.matcher(selector.replace("$job", ".*").replace("$namespace", ".*"))
                .results()
                .filter(label -> !NOT_ON_DEMAND.contains(label.group(3)))
                .collect(Collectors.toMap(
                        label -> label.group(1),
                        label -> Pattern.compile(
                                label.group(2).equals("=~") ? label.group(3) : Pattern.quote(label.group(3)))));
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
                .filter(expression -> !IS_NATIVE || !expression.contains(OF_A_JVM))
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

    private record Sample(String metric, Map<String, String> labels) {

        static Sample of(String line) {
            return new Sample(
                    line.split("[{ ]", 2)[0],
                    LABEL.matcher(line)
                            .results()
                            .collect(Collectors.toMap(label -> label.group(1), label -> label.group(3))));
        }

        /** The service that publishes it is known without a label. */
        boolean matches(String name, Map<String, Pattern> matchers) {
            return metric.equals(name)
                    && matchers.entrySet().stream()
                            .filter(label -> !label.getKey().equals(JOB))
                            .allMatch(label -> label.getValue()
                                    .matcher(labels.getOrDefault(label.getKey(), ""))
                                    .matches());
        }
    }
}
