package com.taskmaster.webapp.account;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class SessionsPageTest {

    private static final Pattern COUNTDOWN = Pattern.compile("data-until=\"([^\"]*)\"");

    private final Browser browser = new Browser();
    private final Browser phone = new Browser();
    private final Browser bobsBrowser = new Browser();

    @Inject
    SessionTable table;

    @BeforeEach
    void signIn() {
        table.clear();
        browser.signIn("alice", "/login");
        phone.setUserAgent(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1");
        phone.signIn("alice", "/login");
        bobsBrowser.signIn("bob", "/login");
    }

    @AfterEach
    void close() {
        browser.close();
        phone.close();
        bobsBrowser.close();
    }

    @Test
    @DisplayName("W16 users see their own sessions, by device, and no others")
    void listsOwnSessions() {
        assertThat(listed(phone))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Safari on iPhone", "This browser"),
                        second -> assertThat(second).doesNotContain("iPhone", "This browser"));
    }

    @Test
    @DisplayName("W16 the most recently used session comes first, and sessions that have ended are not listed")
    void listsWhatIsAliveByItsLastUse() {
        table.execute("update session set last_used_at = now() - interval '10 minutes' where handle_hash = '"
                + hashOf(1) + "'");
        assertThat(listed(browser))
                .satisfiesExactly(first -> assertThat(first).contains("This browser"), second -> assertThat(second)
                        .contains("Safari on iPhone"));

        table.execute(
                "update session set last_used_at = now() - interval '2 hours' where handle_hash = '" + hashOf(1) + "'");
        assertThat(listed(browser)).singleElement(STRING).contains("This browser");
    }

    @Test
    @DisplayName("W16 each session is listed with its start and last use, labeled as such")
    void tellsWhenASessionBeganAndWhenItWasLastUsed() {
        table.execute(
                "update session set started_at = now() - interval '3 hours', last_used_at = now() - interval '20 minutes'"
                        + " where handle_hash = '" + hashOf(1) + "'");

        assertThat(listed(browser).get(1))
                .contains("Safari on iPhone")
                .containsPattern("Signed in: <time datetime=\"" + momentOf("started_at", 0) + "\">[^<]+</time>")
                .containsPattern("Last used: <time datetime=\"" + momentOf("last_used_at", 0) + "\">[^<]+</time>");
    }

    @Test
    @DisplayName("W18 the page says when the tokens expire, and when they are renewed, which is earlier")
    void tellsWhenTokensExpireAndWhenTheyAreRenewed() {
        table.execute("delete from session where handle_hash <> '" + hashOf(0) + "'");

        assertThat(COUNTDOWN
                        .matcher(browser.get("/account/sessions").getContentAsString())
                        .results()
                        .map(countdown -> countdown.group(1)))
                .containsExactly(momentOf("tokens_expire_at", 0), momentOf("renew_at", 0))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("W21 a GET request to the URL that ends sessions ends none")
    void endsNothingByGet() {
        assertThat(browser.get("/account/sessions/end?session=" + hashOf(1)).getStatusCode())
                .isEqualTo(405);

        assertThat(phone.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W16 ending the current session signs the user out, at the provider as well")
    void endsThePresentSession() {
        var repeated = browser.post("/account/sessions/end", Map.of("session", hashOf(0)));
        assertThat(repeated.getStatusCode()).as("the form goes on to").isEqualTo(307);
        var provider = location(browser.post(location(repeated)));

        assertThat(browser.get(location(browser.get(provider))).getContentAsString())
                .contains("You are signed out");
        assertThat(browser.get(location(browser.get("/account/sessions"))).getContentAsString())
                .as("the provider asks for the password again")
                .contains("id=\"password\"");
        assertThat(phone.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W16 ending a session signs that browser out at once")
    void endsASession() {
        browser.post("/account/sessions/end", Map.of("session", hashOf(1)));

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W16 all other sessions can be ended at once")
    void endsAllOthers() {
        phone.post("/account/sessions/end");

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isTrue();
        assertThat(bobsBrowser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W16 nobody can end another user's session")
    void leavesTheSessionsOfOthersAlone() {
        browser.post("/account/sessions/end", Map.of("session", hashOf(2)));

        assertThat(bobsBrowser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W06 the page shows the parameters and claims of the sign-in, but no token, code or secret")
    void tellsHowTheSignInWent() {
        var page = browser.get("/account/sessions").getContentAsString();

        assertThat(page)
                .contains("<dt><code>iss</code></dt><dd><code>http")
                .contains("code_challenge", "redirect_uri", Browser.WEBAPP + "/callback", "tasks.read", "tasks-api")
                .doesNotContain(
                        "taskmaster-webapp-demo-secret", browser.sessionCookie().getValue())
                .doesNotContainPattern("eyJ[\\w-]+\\.");
    }

    @Test
    void tellsHowTheClientProvesWhoItIs() {
        assertThat(browser.get("/account/sessions").getContentAsString())
                .contains("<code>Authorization</code>", "by its secret, in the header of the request");
    }

    @Test
    void speaksTheLanguageAndGoesByTheClockOfThePerson() {
        browser.setCookie(new Cookie("localhost", "preference_language", "de", "/", null, false));
        browser.setCookie(new Cookie("localhost", "preference_zone", "Pacific/Kiritimati", "/", null, false));
        var began = momentOf("started_at", 0);
        var there = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm").withZone(ZoneId.of("Pacific/Kiritimati"));

        assertThat(browser.get("/account/sessions").getContentAsString())
                .contains("Deine Anmeldung", "Dieser Browser")
                .contains("Angemeldet: <time datetime=\"%s\">%s</time>"
                        .formatted(began, there.format(Instant.parse(began))));
    }

    /** The rows of the list. */
    private static List<String> listed(Browser browser) {
        var page = browser.get("/account/sessions").getContentAsString();
        var list = page.substring(page.indexOf("<ul class=\"sessions\">"), page.indexOf("</ul>"));
        return Stream.of(list.split("<li>")).skip(1).toList();
    }

    /** In the format of a {@code datetime} attribute. */
    private String momentOf(String column, int row) {
        return table.value(
                "select to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from session where handle_hash = '%s'"
                        .formatted(column, hashOf(row)));
    }

    private String hashOf(int row) {
        return table.rows().get(row).get("handle_hash");
    }
}
