package com.taskmaster.webapp.audit;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class AuditTest {

    private final Browser browser = new Browser();
    private final Browser secondBrowser = new Browser();

    @Inject
    SessionTable table;

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    private KeycloakAdmin admin;
    private CapturedLog log;

    @BeforeEach
    void begin() {
        admin = new KeycloakAdmin(keycloak);
        table.clear();
        log = new CapturedLog("audit");
    }

    @AfterEach
    void close() {
        admin.setEnabled("alice", true);
        log.close();
        browser.close();
        secondBrowser.close();
    }

    @Test
    void tellsTheStoryOfASessionByItsSubject() {
        var events = List.of("sign_in", "renewal", "sign_out");
        var before = events.stream().map(AuditTest::counted).toList();
        browser.signIn("alice", "/login");
        var subject = table.onlyRow().get("subject");
        table.makeDue();
        browser.isSignedIn();
        browser.post("/logout");

        assertThat(story())
                .containsExactlyElementsOf(events.stream()
                        .map(event -> "event=" + event + " subject=" + subject)
                        .toList());
        assertThat(events.stream().map(AuditTest::counted))
                .containsExactlyElementsOf(
                        before.stream().map(count -> count + 1).toList());
    }

    @Test
    void tellsWhoEndedASessionAndWhatWasRefused() {
        browser.signIn("alice", "/login");
        secondBrowser.signIn("alice", "/login");
        var session = table.rows().get(1);
        var subject = session.get("subject");
        browser.post("/account/sessions/end", Map.of("session", session.get("handle_hash")));
        var first = table.onlyRow();
        given().queryParam("iss", first.get("issuer"))
                .queryParam("sid", first.get("provider_session"))
                .get("/logout/frontchannel");
        answerWith("access_denied");

        assertThat(story())
                .containsExactly(
                        "event=sign_in subject=" + subject,
                        "event=sign_in subject=" + subject,
                        "event=ended_by_user subject=" + subject,
                        "event=front_channel_logout subject=" + subject,
                        "event=sign_in_refused subject=-");
    }

    @Test
    void tellsThatTheProviderRefusedARenewal() {
        browser.signIn("alice", "/login");
        var subject = table.onlyRow().get("subject");
        table.makeTokensExpire();
        admin.setEnabled("alice", false);

        browser.isSignedIn();

        assertThat(story())
                .containsExactly("event=sign_in subject=" + subject, "event=renewal_refused subject=" + subject);
    }

    @Test
    void tellsOfASignInThatTheProviderAnswersWithAnUnknownCode() {
        var callback = browser.callbackFor("alice", "/login").replaceFirst("code=[^&]+", "code=invented");

        browser.get(callback);

        assertThat(story()).containsExactly("event=sign_in_refused subject=-");
    }

    @Test
    void tellsOfASessionThatANewSignInReplaces() {
        browser.signIn("alice", "/login");
        var subject = table.onlyRow().get("subject");
        var callback = secondBrowser.callbackFor("alice", "/login");
        secondBrowser.setCookie(browser.sessionCookie());

        secondBrowser.get(callback);

        assertThat(story())
                .containsExactly(
                        "event=sign_in subject=" + subject,
                        "event=session_replaced subject=" + subject,
                        "event=sign_in subject=" + subject);
    }

    @Test
    void tellsOfLogoutsAndAuthorizationResponsesThatAreRefused() {
        given().formParam("logout_token", "x.y.z").post("/logout/backchannel");
        given().queryParam("iss", "https://evil.example").queryParam("sid", "x").get("/logout/frontchannel");
        var callback = browser.callbackFor("alice", "/login");
        browser.get(callback.replaceFirst("iss=[^&]+", "iss=https://evil.example"));
        browser.get(callback.replace("/callback?", "/tasks?"));
        answerWith("access_denied");
        answerWith("server_error");
        answerWith("invalid_scope");
        // Not a response to any sign-in.
        given().get("/login/failed?error=server_error");

        assertThat(story())
                .containsExactly(
                        "event=back_channel_logout_refused subject=-",
                        "event=front_channel_logout_refused subject=-",
                        "event=sign_in_refused subject=-",
                        "event=sign_in_refused subject=-",
                        "event=sign_in_refused subject=-",
                        "event=sign_in_fault subject=-",
                        "event=sign_in_fault subject=-");
    }

    @Test
    void countsEveryEventBeforeItHappensForTheFirstTime() {
        var metrics = given().get("/q/metrics").asString();

        assertThat(Audit.Event.values()).allSatisfy(event -> assertThat(metrics)
                .contains("taskmaster_session_events_total{event=\""
                        + event.name().toLowerCase(Locale.ROOT) + "\""));
    }

    /** Responds to a new authorization request with an error. */
    private void answerWith(String error) {
        try (var somebody = new Browser()) {
            var state = query(location(somebody.get("/login"))).get("state");
            somebody.get("/callback?error=" + error + "&state=" + state + "&iss=" + keycloak + "/realms/taskmaster");
        }
    }

    /** The audit events; each log line contains nothing else but the trace id of its request, at the end. */
    private List<String> story() {
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(line).matches("event=\\w+ subject=[\\w-]+ trace=[0-9a-f]{32}"));
        return log.lines().stream()
                .map(line -> line.replaceFirst(" trace=.*", ""))
                .toList();
    }

    private static double counted(String event) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("taskmaster_session_events_total") && line.contains("event=\"" + event + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
