package com.taskmaster.webapp.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
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

    private CapturedLog log;

    @BeforeEach
    void begin() {
        table.clear();
        log = new CapturedLog("audit");
    }

    @AfterEach
    void close() {
        log.close();
        browser.close();
        secondBrowser.close();
    }

    @Test
    void tellsTheStoryOfASessionByItsSubject() {
        var renewals = counted("renewal");
        browser.signIn("alice", "/login");
        var subject = table.onlyRow().get("subject");
        table.makeDue();
        browser.isSignedIn();
        browser.post("/logout");

        assertThat(log.lines())
                .extracting(line -> line.replaceFirst(" trace=.*", ""))
                .containsExactly(
                        "event=sign_in subject=" + subject,
                        "event=renewal subject=" + subject,
                        "event=sign_out subject=" + subject);
        assertThat(counted("renewal")).isEqualTo(renewals + 1);
    }

    @Test
    void tellsWhoEndedASessionAndWhatWasRefused() {
        browser.signIn("alice", "/login");
        secondBrowser.signIn("alice", "/login");
        var session = table.rows().get(1);
        browser.post("/account/sessions/end", Map.of("session", session.get("handle_hash")));
        var first = table.onlyRow();
        given().queryParam("iss", first.get("issuer"))
                .queryParam("sid", first.get("provider_session"))
                .get("/logout/frontchannel");
        given().get("/login/failed?error=access_denied");

        assertThat(log.lines())
                .extracting(line -> line.replaceFirst(" .*", ""))
                .containsExactly(
                        "event=sign_in",
                        "event=sign_in",
                        "event=ended_by_user",
                        "event=front_channel_logout",
                        "event=sign_in_refused");
        assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain("alice", "eyJ"));
    }

    private static double counted(String event) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("taskmaster_session_events_total") && line.contains("\"" + event + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
