package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two web apps and two Tasks APIs, each behind a round robin, while people use them: containers of their images where this
 * machine has an engine for them, plain processes where it has none. PostgreSQL is restarted at the end: Keycloak, which is
 * on it, too, takes a while to notice.
 */
@TestMethodOrder(OrderAnnotation.class)
class UnderLoadIT {

    /** As in the Kubernetes manifests, but shorter. */
    private static final Map<String, String> SHUTDOWN =
            Map.of("QUARKUS_SHUTDOWN_DELAY", "1S", "QUARKUS_SHUTDOWN_TIMEOUT", "30S");

    private static final Map<String, String> OF_THE_TASKS_API = Map.of("TASKMASTER_RATE_LIMIT_ENABLED", "false");

    /** With the rest of the build beside it, a JVM that has just started may take seconds for its first answers. */
    private static final Map<String, String> OF_THE_WEBAPP = Map.of(
            "QUARKUS_OIDC_AUTHENTICATION_SCOPES",
            "profile,tasks.read,tasks.write",
            "QUARKUS_REST_CLIENT_TASKS_API_READ_TIMEOUT",
            "30000");

    private static Pair pair;
    private static boolean inContainers;
    private static Rotation tasksApis;
    private static Rotation webapps;

    private BusyPeople people;
    private SessionRows sessions;

    @BeforeAll
    static void start() throws IOException {
        prepareImages();
        var settings = PairSettings.onFreePorts(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-"));
        pair = Pair.startBackingServices(settings, new Steps(System.out));
        tasksApis = new Rotation("tasks-api", settings.tasksApi(), UnderLoadIT::startTasksApi);
        webapps = new Rotation("webapp", settings.webapp(), UnderLoadIT::startWebapp);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var part : Arrays.asList(webapps, tasksApis, pair)) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void letPeopleIn() {
        sessions = new SessionRows(pair.webappDatabase());
        sessions.clear();
        people = new BusyPeople(pair.webapp(), "alice", "bob", "alice", "bob");
    }

    @AfterEach
    void letPeopleGo() {
        people.close();
    }

    @Test
    @Order(1)
    void losesNoRequestAndNoSessionWhenEveryInstanceIsReplaced() {
        people.awaitAcknowledged(20);

        tasksApis.replaceAll();
        webapps.replaceAll();

        people.awaitAcknowledged(20);
        people.close();
        assertThat(people.failures()).isEmpty();
        assertThat(titles()).containsAll(people.acknowledged());
        assertThatNobodyIsSignedOut();
    }

    @Test
    @Order(2)
    void recoversFromARestartOfPostgreSqlAndKeepsWhatItAcknowledged() {
        people.awaitAcknowledged(20);

        pair.stopPostgreSql();
        people.awaitFailures(4);
        pair.startPostgreSql();

        people.awaitAcknowledged(40);
        people.close();
        assertThat(people.failures()).allMatch(failure -> failure.endsWith(" 503"));
        assertThat(titles()).containsAll(people.acknowledged());
        assertThatNobodyIsSignedOut();
    }

    private void assertThatNobodyIsSignedOut() {
        assertThat(people.visitors())
                .allSatisfy(
                        visitor -> assertThat(visitor.readTasks().statusCode()).isEqualTo(200));
        assertThat(sessions.number())
                .as("sessions, as many as sign-ins")
                .isEqualTo(people.visitors().size());
    }

    private List<String> titles() {
        try (var connection = DriverManager.getConnection(pair.database(), "tasks", "tasks");
                var rows = connection.createStatement().executeQuery("select title from task")) {
            var titles = new ArrayList<String>();
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
            return titles;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepareImages() throws IOException {
        inContainers = ContainerEngine.sharesTheNetwork();
        if (inContainers) {
            System.out.println("Under load: containers");
            Images.build();
        } else {
            System.out.println("Under load: plain processes. "
                    + Requirement.missing("container engine with a host network", ContainerEngine.REQUIRED));
        }
    }

    private static Instance startTasksApi(String name) {
        var settings = merged(pair.tasksApiSettings(), OF_THE_TASKS_API);
        return inContainers
                ? ContainerInstance.start(name, Images.TASKS_API, settings, pair.log(name))
                : TasksApiInstance.start(name, pair, settings);
    }

    private static Instance startWebapp(String name) {
        var settings = merged(pair.webappSettings(), OF_THE_WEBAPP);
        return inContainers
                ? ContainerInstance.start(name, Images.WEBAPP, settings, pair.log(name))
                : WebAppInstance.start(name, pair, settings);
    }

    private static Map<String, String> merged(Map<String, String> ofThePair, Map<String, String> ofTheService) {
        var settings = new HashMap<>(ofThePair);
        settings.putAll(SHUTDOWN);
        settings.putAll(ofTheService);
        return settings;
    }
}
