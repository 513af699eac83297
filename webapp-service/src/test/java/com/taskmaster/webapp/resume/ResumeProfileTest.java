package com.taskmaster.webapp.resume;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.Browser.setCookies;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.WebResponse;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class ResumeProfileTest {

    private static final Map<String, String> FORM =
            Map.of("form", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "title", "Buy \"milk\" & <b>ümlauts</b>");

    /** The longest notes, in a script with three bytes per character. */
    private static final String NOTES = "ก".repeat(20_000);

    private static final List<Map.Entry<String, String>> EDITED = List.of(
            Map.entry("version", "0"),
            Map.entry("title", "Water the plants"),
            Map.entry("notes", NOTES),
            Map.entry("tags", "home, garden"),
            Map.entry("priority", "high"),
            Map.entry("list", "01a1fdcf-af66-7d51-992e-000000000000"),
            Map.entry("zone", "Europe/Berlin"),
            Map.entry("due", ""),
            Map.entry("repeat", "FREQ=DAILY"),
            Map.entry("from", "due"),
            Map.entry("step", "Fill the can"),
            Map.entry("step", "Empty the can"),
            Map.entry("done", "0"),
            Map.entry("done", "1"));

    private static final String TYPED = "Buy &quot;milk&quot; &amp; &lt;b&gt;ümlauts&lt;/b&gt;";

    private static final Pattern ACTION = Pattern.compile("action=\"(/tasks[^\"]*)\"");
    private static final Pattern WAY_BACK = Pattern.compile("href=\"(/resume\\?waiting=[\\w-]+)\"");

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
    @DisplayName("a change requests tasks.write, is made after the consent, and the session continues in the meantime")
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
    @DisplayName(
            "W19 a waiting form is sent by itself once, and stored until it was sent; after a reload the user decides")
    void keepsWhatWasTypedAsItIsUntilItIsSent() {
        var back = interrupt(NEEDS_WRITE);
        assertThat(browser.get(back).getContentAsString())
                .contains("action=\"/tasks?resumed=scope&amp;waiting=", TYPED, "resume.js");

        var again = browser.get(back);
        assertThat(again.getContentAsString())
                .contains("action=\"/tasks?resumed=scope&amp;waiting=", "<blockquote>" + TYPED, "Send it now")
                .doesNotContain("resume.js");

        assertThat(sendAgain(again).getStatusCode()).isEqualTo(303);
        assertSaysThatNothingWaits(browser.get(back));
        assertThat(api.requests("POST", "/tasks")).hasSize(2);
    }

    @ParameterizedTest(name = "W19 the typed {0} is shown")
    @CsvSource({
        "tag, /selected, <i>garden</i>, &lt;i&gt;garden&lt;/i&gt;",
        "rule, /" + PlayedTasksApi.TASK + ", FREQ=MONTHLY;BYDAY=1MO, FREQ=MONTHLY;BYDAY=1MO"
    })
    void showsEverythingThatWasTyped(String field, String address, String typed, String shown) {
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var back = goThrough(browser.post("/tasks" + address, Map.of(field, typed)));
        browser.get(back);

        assertThat(browser.get(back).getContentAsString())
                .containsIgnoringWhitespaces("<blockquote>" + shown + "</blockquote>");
    }

    @Test
    @DisplayName("W19 a form that has waited too long is deleted, and the page says so")
    void saysThatNothingWaitsAnyMore() {
        var back = interrupt(NEEDS_WRITE);
        table.execute("update interrupted_request set expires_at = now()");

        assertSaysThatNothingWaits(browser.get(back));
        assertThat(location(browser.get("/login"))).isIn("/tasks", WEBAPP + "/tasks");
    }

    static Stream<Named<HttpHandler>> failures() {
        return Stream.of(
                Named.of("429", status(429, "Retry-After", "1")),
                Named.of("503", status(503, "Retry-After", "5")),
                Named.of("500", status(500)),
                Named.of("404", status(404)),
                Named.of("a closed connection", PlayedTasksApi.hangUp()));
    }

    @ParameterizedTest(name = "W19 a form that was sent again and failed with {0} leads back to the typed text")
    @MethodSource("failures")
    void losesNothingByAFailure(HttpHandler failure) {
        var page = browser.get(interrupt(NEEDS_WRITE));
        api.failWith(failure);
        var answer = sendAgain(page);

        assertThat(answer.getStatusCode()).isGreaterThanOrEqualTo(400);
        var waiting = browser.get(wayBack(answer));
        assertThat(waiting.getContentAsString()).contains(TYPED).doesNotContain("resume.js");
        assertThat(sendAgain(waiting).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(3);
    }

    @Test
    @DisplayName("W19 a form that is not sent because the circuit breaker is open leads back to what was typed")
    void losesNothingWhereNothingIsSent() {
        var page = browser.get(interrupt(NEEDS_WRITE));
        api.failAlwaysWith(status(503, "Retry-After", "5"));
        try {
            await().until(() -> {
                browser.get("/tasks");
                return sendAgain(page).getContentAsString().contains("Your change is not saved yet");
            });
            var waiting = browser.get(wayBack(sendAgain(page)));

            assertThat(waiting.getContentAsString()).contains(TYPED);
        } finally {
            api.work();
            await().until(() -> browser.get("/tasks").getStatusCode() == 200);
        }
    }

    @Test
    @DisplayName("W19 at most three forms of one user wait, and waiting pages replace none of them")
    void keepsAFewFormsOfAPerson() {
        table.execute("delete from interrupted_request");
        var forms = new ArrayList<String>();
        for (var form = 0; form < 4; form++) {
            api.failWith(NEEDS_WRITE);
            forms.add(location(browser.post("/tasks", FORM)));
        }
        for (var page = 0; page < 4; page++) {
            api.failWith(STEP_UP, STEP_UP);
            browser.get("/tasks");
        }

        assertThat(table.value("select count(*) from interrupted_request where form"))
                .isEqualTo("3");
        assertThat(table.value("select count(*) from interrupted_request where not form"))
                .isEqualTo("3");
        assertSaysThatNothingWaits(browser.get(forms.get(0)));
        assertThat(location(browser.get(forms.get(1)))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName(
            "W19 W28 after declining, users can still read, see what they typed, and are asked again when they send it")
    void aPersonWhoDeclinesLosesNothing() {
        api.failWith(NEEDS_WRITE);
        var resume = location(browser.post("/tasks", FORM));
        var declined = decline(location(browser.get(resume)));

        assertThat(declined.getStatusCode()).isEqualTo(403);
        assertThat(declined.getContentAsString())
                .contains("You did not allow this", "/tasks", "<blockquote>" + TYPED, "action=\"/tasks?waiting=");
        assertThat(browser.get("/tasks").getStatusCode()).isEqualTo(200);

        api.failWith(NEEDS_WRITE);
        var page = browser.get(goThrough(sendAgain(declined)));
        assertThat(sendAgain(page).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(3);
        assertSaysThatNothingWaits(browser.get(resume));
    }

    @Test
    @DisplayName("W19 W28 a signed-out user who declines can sign in from there, and the form is sent")
    void leadsBackFromADeclinedSignIn() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var declined = decline(location(browser.get(location(browser.post("/tasks", FORM)))));

        assertThat(declined.getStatusCode()).isEqualTo(403);
        assertThat(declined.getContentAsString())
                .contains("nothing that you typed is lost")
                .doesNotContain("milk");
        var back = location(browser.get(browser.authorize("alice", location(browser.get(wayBack(declined))))));
        assertThat(sendAgain(browser.get(back)).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
    }

    @Test
    @DisplayName("W19 W28 after a failed sign-in, the next one leads to the typed text, which is sent on demand, once")
    void leadsBackFromAFailedSignIn() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var request = location(browser.get(location(browser.post("/tasks", FORM))));
        var failed = browser.get(browser.authorize("alice", request).replaceFirst("code=[^&]+", "code=invented"));
        assertThat(failed.getStatusCode()).isEqualTo(400);
        assertThat(failed.getContentAsString()).contains("href=\"/login\"");

        var page = browser.get(location(browser.get(browser.signIn("alice", "/login"))));

        assertThat(page.getContentAsString()).contains("<blockquote>" + TYPED).doesNotContain("resume.js");
        assertThat(sendAgain(page).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
        assertThat(location(browser.get("/login"))).isIn("/tasks", WEBAPP + "/tasks");
    }

    @Test
    @DisplayName("W19 the cookie that leads back to the form lasts as long as the form, out of reach of scripts")
    void keepsTheWayBackAsLongAsTheForm() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var interrupted = browser.post("/tasks", FORM);
        var signIn = browser.get(location(interrupted));

        assertThat(setCookies(interrupted)).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("q_waiting=")
                .contains("Max-Age=1800", "HTTPOnly", "SameSite=Lax"));
        assertThat(setCookies(signIn))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("q_auth_").contains("Max-Age=1800", "HTTPOnly"));
    }

    @Test
    @DisplayName("W19 the next user who signs in in this browser learns nothing of another user's form")
    void hidesAFormFromWhoeverSignsInNext() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        browser.post("/tasks", FORM);

        bobsBrowser.setCookie(cookie("q_waiting"));
        bobsBrowser.signIn("bob", "/login");

        assertThat(location(bobsBrowser.get("/login"))).isIn("/tasks", WEBAPP + "/tasks");
    }

    @Test
    @DisplayName("W26 a demand that another sign-in does not meet ends on a page, not in a loop")
    void doesNotLoop() {
        var page = browser.get(interrupt(NEEDS_WRITE));
        api.failWith(NEEDS_WRITE);

        var answer = sendAgain(page);

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getContentAsString())
                .contains(
                        "Your sign-in does not allow this",
                        "action=\"/tasks?waiting=",
                        "name=\"form\" value=\"0193a3c1")
                .containsIgnoringWhitespaces("<blockquote>" + TYPED + "</blockquote>");
    }

    @Test
    @DisplayName("W19 W26 a form whose session had ended is not lost if it also needs consent")
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
            "W26 step-up and consent can follow each other for one form, in either order, and neither undoes the other")
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
            "W26 a form that is sent again remembers the demands it met: a second step-up ends on a page with the typed text")
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
    @DisplayName("W19 if the session ends twice for one form, it ends on a page with the typed text")
    void doesNotSignInForEver() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var page = browser.get(goThrough(browser.post("/tasks", FORM)));
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var answer = sendAgain(page);

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("Please sign in again", "Buy &quot;milk&quot;");
    }

    @Test
    @DisplayName("W19 W26 every field of an edited task is stored, including repeated fields and the longest notes")
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
    @DisplayName("W19 a form is kept when its user signs in in another tab, and is for nobody else")
    void outlivesASignInInAnotherTab() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");
        var resume = location(browser.post("/tasks", FORM));
        browser.get(resume);

        browser.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");

        assertSaysThatNothingWaits(bobsBrowser.get(resume));
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

        var page = browser.get(location(browser.post("/tasks", FORM)));

        assertThat(page.getStatusCode())
                .as("no redirect behind a form, which form-action may not know the end of")
                .isEqualTo(200);
        assertThat(query(location(page)))
                .containsEntry("max_age", "300")
                .containsEntry("acr_values", "gold urn:example:mfa")
                .containsEntry("login_hint", "alice")
                .containsEntry("scope", "openid profile tasks.read")
                .doesNotContainKey("error_description");
    }

    @Test
    @DisplayName("W06 the page about the sign-in shows what the API demanded of it, and of no other sign-in")
    void tellsWhatTheApiHasDemanded() {
        assertThat(signInPage()).doesNotContain("max_age", "acr_values", "<code>claims");

        interrupt(challenge(401, "error=\"insufficient_user_authentication\", max_age=\"300\""));
        assertThat(signInPage())
                .contains("<dt><code>max_age</code></dt><dd><code>300</code> How old, in seconds,")
                .contains("<dt><code>login_hint</code></dt><dd><code>alice</code> Whom it is for:")
                .doesNotContain("acr_values", "<code>claims");

        var claims = "{\"id_token\":{\"email\":null}}";
        interrupt(challenge(
                401,
                "error=\"insufficient_claims\", claims=\""
                        + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\""));
        assertThat(signInPage())
                .contains(
                        "<dt><code>claims</code></dt><dd><code>{&quot;id_token&quot;:{&quot;email&quot;:null}}</code>")
                .doesNotContain("max_age");
    }

    private String signInPage() {
        return browser.get("/account/sessions").getContentAsString();
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
    @DisplayName("W26 a requested page is shown after the sign-in, once")
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

        assertSaysThatNothingWaits(bobsBrowser.get(resume));
        assertThat(location(browser.get(resume))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName("W08 W19 typed text is stored encrypted, and a copy of the table does not contain the handle to it")
    void whatWasTypedRestsEncrypted() {
        api.failWith(NEEDS_WRITE);
        browser.post("/tasks", FORM);
        var handle = cookie("q_waiting").getValue();

        assertThat(table.value("select count(*) from interrupted_request where content like '%milk%'"))
                .isEqualTo("0");
        assertThat(table.value("select count(*) from interrupted_request where content like 'eyJ%'"))
                .isNotEqualTo("0");
        assertThat(table.value(
                        "select count(*) from interrupted_request r where strpos(r::text, '" + handle + "') > 0"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("W19 a form sent after the session has ended is sent again after signing in")
    void keepsAFormBeyondTheEndOfASession() {
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var signIn = location(browser.get(location(browser.post("/tasks", FORM))));
        var back = location(browser.get(browser.authorize("alice", signIn)));

        assertThat(sendAgain(browser.get(back)).getStatusCode()).isEqualTo(303);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
    }

    @Test
    @DisplayName("W19 a form sent without a session is kept on the page")
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
    @DisplayName("W30 a script whose session has ended gets 401 and the URL to sign in, not a redirect")
    void tellsAScript() {
        table.clear();

        var answer = browser.fetch("/tasks");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getResponseHeaderValue("Sign-In")).isEqualTo("/login");
        assertThat(answer.getContentAsString()).contains("href=\"/login\"").doesNotContain("<html");
    }

    @Test
    @DisplayName(
            "W30 a script whose request needs another sign-in gets 401 and the URL where that starts, not a redirect")
    void tellsAScriptOfADemand() {
        api.failWith(challenge(401, "error=\"insufficient_user_authentication\", max_age=\"300\""));

        var answer = browser.fetch("/tasks");

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(location(browser.get(answer.getResponseHeaderValue("Sign-In"))))
                .contains("/protocol/openid-connect/auth?", "max_age=300");
    }

    @Test
    @DisplayName("W30 a late response to a request of an ended session does not delete the cookie of a new one")
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

    /** Goes through the sign-in that a response leads to, and returns the URL that it leads back to. */
    private String goThrough(WebResponse interrupted) {
        var request = location(browser.get(location(interrupted)));
        return location(browser.get(browser.authorize("alice", request)));
    }

    /** Declines at the provider, and returns the page that the user sees then. */
    private WebResponse decline(String request) {
        var issuer = request.substring(0, request.indexOf("/protocol/"));
        var answer = browser.get(
                "/callback?error=access_denied&state=" + query(request).get("state") + "&iss=" + issuer);
        return browser.get(location(answer));
    }

    private Cookie cookie(String name) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String wayBack(WebResponse answer) {
        var link = WAY_BACK.matcher(answer.getContentAsString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void assertSaysThatNothingWaits(WebResponse page) {
        assertThat(page.getStatusCode()).isEqualTo(404);
        assertThat(page.getContentAsString())
                .contains("Nothing is waiting here any more", "href=\"/tasks\"")
                .doesNotContain("milk");
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
