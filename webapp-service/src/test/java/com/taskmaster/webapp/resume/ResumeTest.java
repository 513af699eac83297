package com.taskmaster.webapp.resume;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class ResumeTest {

    private static final Map<String, String> FORM =
            Map.of("form", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "title", "Buy \"milk\" & <b>ümlauts</b>");

    /** As long as notes may be, in a script of three bytes a character. */
    private static final String NOTES = "ก".repeat(20_000);

    private static final List<Map.Entry<String, String>> EDITED = List.of(
            Map.entry("version", "0"),
            Map.entry("title", "Water the plants"),
            Map.entry("notes", NOTES),
            Map.entry("tags", "home, garden"),
            Map.entry("priority", "high"),
            Map.entry("list", "01a1fdcf-af66-7d51-992e-000000000000"),
            Map.entry("repeat", "FREQ=DAILY"),
            Map.entry("from", "due"),
            Map.entry("step", "Fill the can"),
            Map.entry("step", "Empty the can"),
            Map.entry("done", "0"),
            Map.entry("done", "1"));

    private static final Pattern ACTION = Pattern.compile("action=\"(/tasks[^\"]*)\"");

    private static final HttpHandler STEP_UP =
            challenge(401, "error=\"insufficient_user_authentication\", max_age=\"300\"");

    private static final HttpHandler NEEDS_WRITE =
            challenge(403, "error=\"insufficient_scope\", scope=\"tasks.write\"");

    private final Browser browser = new Browser();
    private final Browser bobsBrowser = new Browser();

    PlayedTasksApi api;

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        api.work();
        table.clear();
        browser.signIn("alice", "/login");
        api.forgetRequests();
    }

    @AfterEach
    void close() {
        browser.close();
        bobsBrowser.close();
    }

    @Test
    @DisplayName("A change asks for tasks.write, is made after the consent, and the session goes on meanwhile")
    void asksForWhatAChangeNeeds() {
        api.failWith(NEEDS_WRITE);
        var resume = location(browser.post("/tasks", FORM));
        var request = location(browser.get(resume));

        assertThat(query(request)).containsEntry("scope", "openid profile tasks.read tasks.write");
        assertThat(query(request)).containsKeys("state", "nonce", "code_challenge", "redirect_uri");
        assertThat(browser.isSignedIn()).isTrue();
        var before = browser.sessionCookie().getValue();

        var back = location(browser.get(browser.authorize("alice", request)));
        assertThat(back).isEqualTo(WEBAPP + resume.replace(WEBAPP, ""));
        assertThat(browser.sessionCookie().getValue()).isNotEqualTo(before);
        assertThat(table.rows()).hasSize(1);

        assertThat(sendAgain(browser.get(back)).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(2);
    }

    @Test
    void keepsWhatWasTypedAsItIsAndOffersItOnce() {
        var back = interrupt(NEEDS_WRITE);
        var page = browser.get(back).getContentAsString();

        assertThat(page)
                .contains("action=\"/tasks?resumed=scope\"")
                .contains("Buy &quot;milk&quot; &amp; &lt;b&gt;ümlauts&lt;/b&gt;");
        assertThat(location(browser.get(back))).isIn("/tasks", WEBAPP + "/tasks");
    }

    @Test
    void aPersonWhoDeclinesCanStillRead() {
        api.failWith(NEEDS_WRITE);
        var request = location(browser.get(location(browser.post("/tasks", FORM))));
        var issuer = request.substring(0, request.indexOf("/protocol/"));

        var answer = browser.get(
                "/callback?error=access_denied&state=" + query(request).get("state") + "&iss=" + issuer);
        var page = browser.get(location(answer));

        assertThat(page.getStatusCode()).isEqualTo(403);
        assertThat(page.getContentAsString()).contains("You did not allow this", "/tasks");
        assertThat(browser.get("/tasks").getStatusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W26 a demand that is not met by another sign-in ends on a page, not in a loop")
    void doesNotLoop() {
        var page = browser.get(interrupt(NEEDS_WRITE));
        api.failWith(NEEDS_WRITE);

        var answer = sendAgain(page);

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getContentAsString())
                .contains("You did not allow this", "action=\"/tasks\"", "name=\"form\" value=\"0193a3c1")
                .containsIgnoringWhitespaces(
                        "<blockquote>Buy &quot;milk&quot; &amp; &lt;b&gt;ümlauts&lt;/b&gt;</blockquote>");
    }

    @Test
    @DisplayName("W19 W26 a form whose session had ended is not lost when it needs a consent, too")
    void meetsAConsentAfterAnEndedSession() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var page = browser.get(goThrough(browser.post("/tasks", FORM)));

        api.failWith(NEEDS_WRITE);
        var last = browser.get(goThrough(sendAgain(page)));

        assertThat(sendAgain(last).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(2);
    }

    @Test
    @DisplayName(
            "W26 a step-up and a consent may follow each other for one form, in either order, and neither undoes the other")
    void meetsEachKindOfDemandOnce() {
        api.failWith(NEEDS_WRITE);
        var page = browser.get(goThrough(browser.post("/tasks", FORM)));
        api.failWith(STEP_UP);
        var resume = location(sendAgain(page));
        var request = location(browser.get(resume));
        assertThat(query(request)).containsEntry("max_age", "300");
        assertThat(query(request).get("scope"))
                .as("asks for what it has, or the change would be refused for want of it")
                .contains("tasks.write");

        var last = browser.get(location(browser.get(browser.authorize("alice", request))));
        assertThat(sendAgain(last).getStatusCode()).isEqualTo(303);

        api.failWith(STEP_UP);
        page = browser.get(goThrough(browser.post("/tasks", FORM)));
        api.failWith(NEEDS_WRITE);
        last = browser.get(goThrough(sendAgain(page)));
        assertThat(sendAgain(last).getStatusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName(
            "W26 a form that was sent again keeps in mind what was met: a second step-up ends on a page with what was typed")
    void endsOnAPageWithWhatWasTyped() {
        api.failWith(STEP_UP);
        var page = browser.get(goThrough(browser.post("/tasks", FORM)));
        api.failWith(NEEDS_WRITE);
        var second = browser.get(goThrough(sendAgain(page)));
        api.failWith(STEP_UP);

        var answer = sendAgain(second);

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("Your sign-in was not accepted", "Buy &quot;milk&quot;");
    }

    @Test
    @DisplayName("W19 a session that has ended twice for one form ends on a page with what was typed")
    void doesNotSignInForEver() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var page = browser.get(goThrough(browser.post("/tasks", FORM)));
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var answer = sendAgain(page);

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("Please sign in again", "Buy &quot;milk&quot;");
    }

    @Test
    @DisplayName(
            "W19 W26 every field of an edited task is kept, those that come more than once, too, and notes of any length")
    void keepsEveryFieldOfAnEditedTask() {
        api.failWith(NEEDS_WRITE);
        assertIsKept(browser.get(goThrough(browser.post("/tasks/" + PlayedTasksApi.TASK, EDITED))));

        table.execute("update session set last_used_at = now() - interval '2 hours'");
        assertIsKept(browser.get(goThrough(browser.post("/tasks/" + PlayedTasksApi.TASK, EDITED))));
    }

    @Test
    void takesNotesOfAnyLengthThatIsAllowed() {
        api.failWith(NEEDS_WRITE);
        var page = browser.get(goThrough(browser.post("/tasks", Map.of("title", NOTES))));

        assertThat(page.getContentAsString()).contains(NOTES);
    }

    @Test
    @DisplayName("W19 a form outlives that its person signs in in another tab, and is for nobody else")
    void outlivesASignInInAnotherTab() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var resume = location(browser.post("/tasks", FORM));
        browser.get(resume);

        browser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");

        assertThat(location(bobsBrowser.get(resume))).isIn("/tasks", WEBAPP + "/tasks");
        assertThat(sendAgain(browser.get(resume)).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
    }

    private static void assertIsKept(WebResponse page) {
        assertThat(page.getContentAsString()).contains("action=\"/tasks/" + PlayedTasksApi.TASK + "?resumed=");
        assertThat(page.getContentAsString())
                .contains(EDITED.stream()
                        .map(field -> "name=\"" + field.getKey() + "\" value=\"" + field.getValue() + "\"")
                        .toList());
    }

    @Test
    @DisplayName("W26 a demand for a fresher or stronger sign-in goes to the provider with acr_values and max_age")
    void signsInAnewWhereTheApiWantsIt() {
        api.failWith(
                challenge(
                        401,
                        "error=\"insufficient_user_authentication\", error_description=\"x, y\", max_age=\"300\", acr_values=\"gold urn:example:mfa\""));

        var request = location(browser.get(location(browser.post("/tasks", FORM))));

        assertThat(query(request))
                .containsEntry("max_age", "300")
                .containsEntry("acr_values", "gold urn:example:mfa")
                .containsEntry("scope", "openid profile tasks.read")
                .doesNotContainKey("error_description");
    }

    @Test
    @DisplayName("W27 a claims challenge goes to the provider as claims=")
    void repeatsClaimsToTheProvider() {
        var claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        api.failWith(challenge(
                401,
                "error=\"insufficient_claims\", claims=\""
                        + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\""));

        var request = location(browser.get(location(browser.post("/tasks", FORM))));

        assertThat(query(request)).containsEntry("claims", claims);
    }

    @Test
    @DisplayName("W26 a page that was asked for comes after the sign-in, once")
    void resumesAPage() {
        api.failAlwaysWith(challenge(401, "error=\"insufficient_user_authentication\", max_age=\"300\""));
        var resume = location(browser.get("/tasks?cursor=x"));

        var page =
                location(browser.get(location(browser.get(browser.authorize("alice", location(browser.get(resume)))))));

        assertThat(page).endsWith("/tasks?cursor=x&resumed=authentication");
        assertThat(browser.get(page).getStatusCode()).isEqualTo(401);
    }

    @Test
    void anUnreadableDemandEndsOnAPage() {
        api.failWith(challenge(401, "error=\"insufficient_claims\", claims=\"%%\""));
        assertThat(browser.post("/tasks", FORM).getStatusCode()).isEqualTo(401);

        api.failWith(challenge(401, "error=\"invalid_token\""));
        assertThat(browser.post("/tasks", FORM).getStatusCode()).isEqualTo(401);
    }

    @Test
    void nobodyElseGoesOnWithIt() {
        api.failWith(NEEDS_WRITE);
        var resume = location(browser.post("/tasks", FORM));
        bobsBrowser.signIn("bob", "/login");

        assertThat(location(bobsBrowser.get(resume))).isIn("/tasks", WEBAPP + "/tasks");
        assertThat(location(browser.get(resume))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    void whatWasTypedRestsEncrypted() {
        api.failWith(NEEDS_WRITE);
        browser.post("/tasks", FORM);

        assertThat(table.value("select count(*) from interrupted_request where content like '%milk%'"))
                .isEqualTo("0");
        assertThat(table.value("select count(*) from interrupted_request where content like 'eyJ%'"))
                .isNotEqualTo("0");
    }

    @Test
    @DisplayName("W19 a form that meets an ended session is sent after signing in")
    void keepsAFormBeyondTheEndOfASession() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var signIn = location(browser.get(location(browser.post("/tasks", FORM))));
        var back = location(browser.get(browser.authorize("alice", signIn)));

        assertThat(sendAgain(browser.get(back)).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
    }

    @Test
    @DisplayName("W19 a form that comes without a session is kept on the page")
    void keepsAFormWithoutASessionOnThePage() {
        browser.removeCookies("q_session");

        var page = browser.post("/tasks", FORM);

        assertThat(page.getStatusCode()).isEqualTo(401);
        assertThat(page.getContentAsString())
                .contains("Please sign in again", "Buy &quot;milk&quot; &amp; &lt;b&gt;ümlauts&lt;/b&gt;");
        browser.signIn("alice", "/login");
        assertThat(sendAgain(page).getStatusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("W30 a script whose session has ended gets 401 and where to sign in, and no redirect")
    void tellsAScript() {
        table.clear();

        var answer = browser.fetch("/tasks");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getResponseHeaderValue("Sign-In")).isEqualTo("/login");
        assertThat(answer.getContentAsString()).contains("href=\"/login\"").doesNotContain("<html");
    }

    @Test
    @DisplayName("W30 a script whose request needs another sign-in gets 401 and where that begins, and no redirect")
    void tellsAScriptOfADemand() {
        api.failWith(challenge(401, "error=\"insufficient_user_authentication\", max_age=\"300\""));

        var answer = browser.fetch("/tasks");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(location(browser.get(answer.getResponseHeaderValue("Sign-In"))))
                .contains("/protocol/openid-connect/auth?", "max_age=300");
    }

    @Test
    @DisplayName("W30 the late answer to a request of an ended session does not take the cookie of a new one away")
    void leavesTheCookieOfAnotherSignInAlone() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var answer = given().cookie("q_session", browser.sessionCookie().getValue())
                .header("HX-Request", "true")
                .get(WEBAPP + "/tasks");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.cookies()).doesNotContainKey("q_session");
    }

    private String interrupt(HttpHandler challenge) {
        api.failWith(challenge);
        return goThrough(browser.post("/tasks", FORM));
    }

    /** Through the sign-in that an answer leads to; answers where that leads back to. */
    private String goThrough(WebResponse interrupted) {
        var request = location(browser.get(location(interrupted)));
        return location(browser.get(browser.authorize("alice", request)));
    }

    private WebResponse sendAgain(WebResponse page) {
        var action = ACTION.matcher(page.getContentAsString());
        assertThat(action.find()).isTrue();
        return browser.post(action.group(1).replace("&amp;", "&"), FORM);
    }

    private static HttpHandler challenge(int status, String parameters) {
        return status(status, "WWW-Authenticate", "Bearer " + parameters);
    }
}
