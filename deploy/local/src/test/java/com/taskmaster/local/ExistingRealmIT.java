package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Keycloak;
import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** An existing realm to which {@code add-to-realm.sh} adds what the pair needs, as its README describes. */
@WithPair
@ExtendWith(ExistingRealmIT.WithJq.class)
class ExistingRealmIT {

    private static final Path FOLDER = Path.of("../identity/keycloak");
    private static final String MAKE_THE_REALM = """
            $KCADM config credentials --server $KEYCLOAK --realm master --user admin
            $KCADM create realms -s realm=$REALM -s enabled=true
            """;

    private final Port port = Port.free("the web app");
    private final String name = "existing-" + port.number();
    private final URI webapp = URI.create("http://localhost:" + port.number());

    @TempDir
    private Path home;

    private Pair pair;
    private KeycloakAdmin realm;

    @BeforeEach
    void makeTheRealm(Pair running) throws Exception {
        pair = running;
        run(MAKE_THE_REALM, Map.of()).orFail();
        realm = new KeycloakAdmin(pair.keycloak(), name);
        realm.addUser("carol");
    }

    @Test
    void letsPeopleSignInReadTheirTasksAndSignOutAtTheProvider() throws Exception {
        var issuer = Map.of("TASKMASTER_ACCESS_TOKEN_ISSUER", issuer());
        try (var tasksApi = TasksApiInstance.start("tasks-api-existing-realm", pair, issuer);
                var instance = startWebApp(tasksApi, addToTheRealm(tasksApi))) {
            var carol = new Visitor(webapp);

            carol.signIn("carol");

            assertThat(carol.readTasks().statusCode()).isEqualTo(200);
            assertThat(tasksApi.logged()).contains("GET /tasks 200");
            realm.logout("carol");
            assertThat(carol.isSignedInAt(instance)).isFalse();
            assertThat(realm.client("taskmaster-console").at("/redirectUris/0").asText())
                    .isEqualTo(tasksApi.address() + "/q/swagger-ui/oauth2-redirect.html");
        }
    }

    @Test
    void canBeBegunAgainWhereItBrokeOffAndAddsNothingToWhatIsThere() throws Exception {
        var api = "http://localhost:1";

        var refused = run(commands(), addresses("javascript:alert(1)", api));
        assertThat(refused.exitCode()).as(refused.output()).isNotZero();
        var deletions = Pattern.compile("(?m)^  .* delete client-scopes/.*$")
                .matcher(refused.output())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(deletions).as(refused.output()).hasSize(2);
        run(String.join("\n", deletions), Map.of()).orFail();
        run(commands(), addresses(webapp.toString(), api)).orFail();

        var again = run(commands(), addresses(webapp.toString(), api));
        assertThat(again.exitCode()).as(again.output()).isNotZero();
        assertThat(again.output())
                .contains("tasks.read", "tasks.write", "taskmaster-webapp", "taskmaster-console", "tasks-api")
                .doesNotContain(" delete ");
    }

    private String issuer() {
        return pair.keycloak().resolve("/realms/" + name).toString();
    }

    /** Runs the README's commands that follow those for the addresses; the last line of their output is the secret. */
    private String addToTheRealm(TasksApiInstance tasksApi) throws IOException, InterruptedException {
        return run(commands(), addresses(webapp.toString(), tasksApi.address().toString()))
                .orFail()
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String commands() {
        return Documented.commands(FOLDER.resolve("README.md"), "In a realm that there is already")
                .get(1);
    }

    private static Map<String, String> addresses(String webapp, String tasksApi) {
        return Map.of("TASKMASTER_WEBAPP_URL", webapp, "TASKMASTER_API_URL", tasksApi);
    }

    private WebAppInstance startWebApp(TasksApiInstance tasksApi, String secret) {
        var settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", pair.webappDatabase(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", secret,
                "QUARKUS_REST_CLIENT_TASKS_API_URL", tasksApi.address().toString());
        return WebAppInstance.start("webapp-existing-realm", port, settings, pair.log("webapp-existing-realm"));
    }

    /** Runs in the script's folder, with a separate home directory. */
    private Ended run(String commands, Map<String, String> environment) {
        var builder = new ProcessBuilder("bash", "-euc", commands).directory(FOLDER.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "KCADM",
                        Keycloak.kcadm().toString(),
                        "KC_CLI_PASSWORD",
                        Keycloak.ADMINISTRATOR,
                        "KC_OPTS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home,
                        "KEYCLOAK",
                        pair.keycloak().toString(),
                        "REALM",
                        name));
        return Ended.of(builder);
    }

    static final class WithJq implements ExecutionCondition {

        private static final Requirement REQUIREMENT =
                new Requirement(new Program("jq", List.of("jq")), "tests.jq.required");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return REQUIREMENT.evaluate(context);
        }
    }
}
