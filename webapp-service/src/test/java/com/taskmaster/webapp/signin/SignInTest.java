package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.maxAge;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class SignInTest {

    private final Browser browser = new Browser();
    private final Browser otherBrowser = new Browser();

    @AfterEach
    void close() {
        browser.close();
        otherBrowser.close();
    }

    @Test
    @DisplayName("W01 the authorization request asks for a code, with PKCE, state, nonce and the API's scopes")
    void asksForACode() {
        var request = location(browser.get("/login"));

        assertThat(request).contains("/realms/taskmaster/protocol/openid-connect/auth?");
        assertThat(query(request))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "taskmaster-webapp")
                .containsEntry("redirect_uri", WEBAPP + "/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile tasks.read");
        assertThat(query(request).get("code_challenge")).hasSize(43);
        assertThat(query(request).get("state")).hasSizeGreaterThan(20);
        assertThat(query(request).get("nonce")).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("W01 challenge, state and nonce are new in every request")
    void neverRepeatsItself() {
        var first = query(location(browser.get("/login")));
        var second = query(location(browser.get("/login")));

        assertThat(List.of("code_challenge", "state", "nonce"))
                .allSatisfy(parameter -> assertThat(first.get(parameter)).isNotEqualTo(second.get(parameter)));
    }

    @Test
    @DisplayName("W01 the provider requires PKCE")
    void providerRefusesARequestWithoutChallenge() {
        var request = location(browser.get("/login")).replaceAll("&code_challenge(_method)?=[^&]*", "");

        assertThat(location(browser.get(request))).startsWith(WEBAPP + "/callback?error=invalid_request");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        assertThat(browser.signIn("alice", "/login?return_to=/")).isEqualTo(WEBAPP + "/login?return_to=/");
        assertThat(location(browser.get("/login?return_to=/"))).isIn("/", WEBAPP + "/");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W07 a user returns to the complete URL if its cookie is small enough for browsers")
    void leadsBackToALongAddress() {
        var search = "/tasks?q=" + "%E0%B8%81".repeat(200);
        var begin = browser.get(search);

        assertThat(setCookies(begin)).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .hasSizeLessThan(4096));
        assertThat(location(browser.get(browser.authorize("alice", location(begin)))))
                .isEqualTo(WEBAPP + search);
    }

    @ParameterizedTest(name = "W07 a URL that is too long for a cookie does not prevent the sign-in: {1}")
    @CsvSource({"/tasks?q=, /tasks", "/tasks/, /login"})
    void leadsToThePageOfAnAddressThatIsTooLong(String beginning, String page) {
        var begin = location(browser.get(beginning + "%E0%B8%81".repeat(400)));

        assertThat(begin).isIn(page, WEBAPP + page);
        assertThat(browser.signIn("alice", begin)).isEqualTo(WEBAPP + page);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W07 however many sign-ins are abandoned, pages still load, and the newest one can be completed")
    void outlivesSignInsThatAreLeft() {
        var search = "/tasks?q=" + "%E0%B8%81".repeat(200);
        var begun = IntStream.range(0, 12)
                .mapToObj(tab -> location(browser.get(search)))
                .toList();

        assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        assertThat(begun.subList(8, 12))
                .allSatisfy(tab -> assertThat(location(browser.get(browser.authorize("alice", tab))))
                        .isEqualTo(WEBAPP + search));
    }

    @Test
    @DisplayName("W22 after signing in, a return path to another origin leads to the tasks")
    void neverLeadsAway() {
        browser.signIn("alice", "/login?return_to=//evil.example");

        assertThat(location(browser.get("/login?return_to=//evil.example"))).isIn("/tasks", WEBAPP + "/tasks");
        assertThat(location(browser.get("/login?return_to=https://evil.example")))
                .isIn("/tasks", WEBAPP + "/tasks");
    }

    @Test
    @DisplayName("W02 a callback in a browser other than the one that started is rejected")
    void bindsTheLoginToItsBrowser() {
        var callback = browser.callbackFor("alice", "/login");

        assertRefused(otherBrowser, otherBrowser.get(callback));
        assertThat(browser.get(callback).getStatusCode()).isEqualTo(302);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W02 a callback works once: replayed with its original cookies, it is rejected")
    void refusesAReplayedCallback() {
        var callback = browser.callbackFor("alice", "/login");
        var cookies = browser.cookies();
        browser.get(callback);

        cookies.forEach(otherBrowser::setCookie);
        assertRefused(otherBrowser, otherBrowser.get(callback));
    }

    @Test
    @DisplayName("W02 a callback replayed in the signed-in browser changes nothing")
    void aReplayedCallbackKeepsTheSession() {
        var callback = browser.callbackFor("alice", "/login");
        browser.get(callback);
        var session = browser.sessionCookie().getValue();

        assertThat(location(browser.get(callback))).isIn("/tasks", WEBAPP + "/tasks");
        assertThat(browser.sessionCookie().getValue()).isEqualTo(session);
    }

    @Test
    @DisplayName("W02 the nonce is bound to the browser: an ID token with another sign-in's nonce opens no session")
    void bindsTheNonceToTheBrowser() {
        var request = location(browser.get("/login"));
        var foreignNonce = request.replaceAll("nonce=[^&]*", "nonce=foreign");

        assertRefused(browser, browser.get(browser.authorize("alice", foreignNonce)));
    }

    @ParameterizedTest(name = "W03 a callback whose state is {0} opens no session and redeems no code")
    @ValueSource(strings = {"missing", "empty", "wrong", "doubled", "doubled with a wrong one", "foreign"})
    void refusesAnyOtherState(String kind) {
        var callback = browser.callbackFor("alice", "/login");
        var state = "state=" + query(callback).get("state");
        var foreign = "state=" + query(location(otherBrowser.get("/login"))).get("state");
        var mangled =
                switch (kind) {
                    case "missing" -> callback.replace(state, "x=y");
                    case "empty" -> callback.replace(state, "state=");
                    case "wrong" -> callback.replace(state, state + "x");
                    case "doubled" -> callback + "&" + state;
                    case "doubled with a wrong one" -> callback + "&state=x";
                    case "foreign" -> callback.replace(state, foreign);
                    default -> throw new IllegalArgumentException(kind);
                };
        var cookies = browser.cookies();

        assertRefused(browser, browser.get(mangled));

        cookies.forEach(browser::setCookie);
        assertThat(browser.get(callback).getStatusCode())
                .as("the code is still good: nobody has taken it to the token endpoint")
                .isEqualTo(302);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @ParameterizedTest(name = "W04 a callback whose issuer is {0} is rejected, and its code is not redeemed")
    @ValueSource(strings = {"missing", "empty", "foreign", "doubled"})
    void refusesAResponseOfAnotherIssuer(String kind) {
        var callback = browser.callbackFor("alice", "/login");
        var issuer = "iss=" + URLEncoder.encode(query(callback).get("iss"), StandardCharsets.UTF_8);
        assertThat(callback).contains(issuer);

        var mangled =
                switch (kind) {
                    case "missing" -> callback.replace(issuer, "x=y");
                    case "empty" -> callback.replace(issuer, "iss=");
                    case "foreign" -> callback.replace(issuer, "iss=https://evil.example");
                    case "doubled" -> callback + "&" + issuer;
                    default -> throw new IllegalArgumentException(kind);
                };

        assertRefused(browser, browser.get(mangled));
        assertThat(browser.get(callback).getStatusCode())
                .as("the code is still good")
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "W03 W04 an authorization response at {0} is rejected, and its code is not redeemed")
    @ValueSource(
            strings = {
                "/tasks",
                "/",
                "/login",
                "/logout",
                "/callback/",
                "//callback",
                "/callback;x=y",
                "/account/sessions"
            })
    void refusesAResponseElsewhere(String path) {
        var callback = browser.callbackFor("alice", "/login");

        assertRefused(
                browser, browser.get(callback.replace("/callback?", path + "?").replace("iss=", "x=")));
        assertThat(browser.get(callback).getStatusCode())
                .as("the code is still good")
                .isEqualTo(302);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W03 a page's own parameters named state and code are not taken for an authorization response")
    void leavesOtherStatesAlone() {
        var callback = browser.callbackFor("alice", "/login");
        assertThat(browser.get("/?state=open&code=x").getStatusCode()).isEqualTo(200);
        browser.get(callback);

        assertThat(browser.get("/preferences?state=open&code=x").getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "RFC 6749 §3.1 a callback with two parameters {0} is rejected")
    @ValueSource(strings = {"code", "error"})
    void refusesDoubledParameters(String name) {
        var callback = browser.callbackFor("alice", "/login");

        assertRefused(browser, browser.get(callback + "&" + name + "=x&" + name + "=y"));
    }

    @Test
    @DisplayName("W10 each sign-in has its own session cookie, and the previous one is no longer valid")
    void opensANewSessionAtEverySignIn() {
        browser.signIn("alice", "/login");
        var first = browser.sessionCookie();
        var callback = otherBrowser.callbackFor("alice", "/login");
        otherBrowser.setCookie(first);
        otherBrowser.get(callback);

        assertThat(otherBrowser.isSignedIn()).isTrue();
        assertThat(otherBrowser.sessionCookie().getValue()).isNotEqualTo(first.getValue());
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W07 cookies are HttpOnly and SameSite=Lax, for all paths of this host only, and small")
    void restrictsItsCookies() {
        var login = browser.get("/login");
        var callback = browser.get(browser.authorize("alice", location(login)));

        assertThat(List.of(login, callback)).allSatisfy(response -> assertThat(setCookies(response))
                .filteredOn(cookie -> !cookie.contains("Max-Age=0;"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("; httponly")
                        .contains("; samesite=lax")
                        .contains("; path=/;")
                        .doesNotContain("domain=")
                        .hasSizeLessThan(4096)));
        assertThat(browser.sessionCookie().getValue()).hasSizeLessThan(300);
    }

    @Test
    @DisplayName("W11 W18 the browser keeps the cookie as long as a session may last, however soon its tokens expire")
    void hasTheCookieKeptAsLongAsASessionMayLast() {
        var callback = browser.get(browser.callbackFor("alice", "/login"));

        assertThat(maxAge("q_session", callback)).isGreaterThanOrEqualTo(Duration.ofHours(12));
    }

    @Test
    @DisplayName("W28 declining consent leads to a page that says so, without a session")
    void explainsDeclinedConsent() {
        var request = location(browser.get("/login"));
        var issuer = request.substring(0, request.indexOf("/protocol/"));

        var answer = browser.get("/callback?error=access_denied&error_description=<b>x</b>&state="
                + query(request).get("state") + "&iss=" + issuer);
        var page = browser.get(location(answer));

        assertThat(page.getStatusCode()).isEqualTo(403);
        assertThat(page.getContentAsString())
                .contains("You did not allow access to your tasks")
                .doesNotContain("<b>x");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void asksForSignInInsteadOfShowingTasks() {
        assertThat(location(browser.get("/tasks"))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    void explainsThatAFormCannotBeSentWithoutSignIn() {
        var response = browser.post("/tasks");

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(response.getContentAsString()).contains("Please sign in again");
    }

    @Test
    @DisplayName("W06 the browser sees no token, secret or code verifier")
    void keepsSecretsOnTheServer() {
        var login = browser.get("/login");
        var callback = browser.get(browser.authorize("alice", location(login)));
        var everything =
                Map.of("login", text(login), "callback", text(callback)).toString();

        assertThat(everything).doesNotContain("taskmaster-webapp-demo-secret").doesNotContain("code_verifier");
        assertThat(text(callback)).as("a JWT").doesNotContainPattern("eyJ[\\w-]+\\.eyJ");
    }

    private static String text(WebResponse response) {
        return response.getResponseHeaders() + response.getContentAsString();
    }

    private static void assertRefused(Browser browser, WebResponse response) {
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("The sign-in was not completed");
        assertThat(browser.sessionCookie()).isNull();
        assertThat(browser.isSignedIn()).isFalse();
    }
}
