package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.Browser.setCookies;
import static com.taskmaster.webapp.provider.TestProvider.SCOPE_PREFIX;
import static com.taskmaster.webapp.provider.TestProvider.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestTasksApi;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EntraProfile.class)
@WithBackingProcesses
class EntraProfileTest {

    TestProvider provider;
    TestTasksApi tasksApi;

    @Inject
    SessionTable table;

    private final Browser browser = new Browser();
    private final Browser secondBrowser = new Browser();

    @BeforeEach
    void begin() {
        table.clear();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
        secondBrowser.close();
    }

    @Test
    @DisplayName("W01 the authorization request has the full names of the API's scopes, and requests refresh tokens")
    void asksForTheScopesInFull() {
        browser.get(location(browser.get("/login")));

        assertThat(provider.authorizationRequests().get(0).parameters())
                .containsEntry("scope", "openid profile offline_access " + SCOPE_PREFIX + "tasks.read")
                .containsEntry("redirect_uri", WEBAPP + "/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce");
    }

    @Test
    @DisplayName("W01 a scope that the API demands is requested by the name that the API gives")
    void asksForADemandedScopeByItsName() {
        browser.signIn("alice", "/login");
        var task = Map.of("form", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "title", "Water the plants");

        var request = location(browser.get(location(browser.post("/tasks", task))));

        assertThat(query(request))
                .containsEntry(
                        "scope",
                        "openid profile offline_access " + SCOPE_PREFIX + "tasks.read " + SCOPE_PREFIX + "tasks.write");
    }

    @Test
    void showsTheTasksOfTheUser() {
        browser.signIn("alice", "/tasks");

        var page = browser.get("/tasks");

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("Alice Adams");
        assertThat(tasksApi.accessTokens()).isNotEmpty().allSatisfy(token -> assertThat(claims(token))
                .contains("\"aud\":\"" + TestProvider.API + "\"")
                .contains("\"scp\":\"tasks.read\""));
    }

    @Test
    @DisplayName(
            "W02 a callback works once: the response deletes the state cookie, and a replay sends no token request")
    void refusesAReplayedCallback() {
        var callback = browser.callbackFor("alice", "/login");
        browser.get(callback);
        browser.removeCookies("q_session");

        var replayed = browser.get(callback);

        assertThat(replayed.getStatusCode()).isEqualTo(400);
        assertThat(replayed.getContentAsString()).contains("The sign-in was not completed");
        assertThat(provider.tokenRequests()).hasSize(1);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    @DisplayName("W18 tokens are renewed with refresh tokens that change each time")
    void renewsTokens() {
        browser.signIn("alice", "/login");

        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();
        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();

        assertThat(provider.tokenRequests())
                .extracting(request -> request.parameter("refresh_token"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "W20 a refreshed ID token with another {0} ends the session")
    @ValueSource(strings = {"iss", "sub", "aud", "nonce"})
    void refusesARefreshedIdTokenAboutSomebodyElse(String claim) {
        browser.signIn("alice", "/login");
        table.makeDue();
        provider.alterIdTokens(claims -> claims.setClaim(claim, "somebody-else"));

        assertThat(eventsOf(browser::isSignedIn)).containsExactly("id_token_refused");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(table.rows()).isEmpty();
    }

    @ParameterizedTest(name = "W19 a refresh rejected with {0} ends the session, and the user signs in again")
    @ValueSource(strings = {"invalid_grant", "interaction_required", "consent_required", "login_required"})
    void endsASessionWhoseRefreshIsRefusedForGood(String error) {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.refuseTokens(400, error, "AADSTS50076: You must use multi-factor authentication.");

        assertThat(eventsOf(() ->
                        assertThat(location(browser.get("/tasks"))).contains("/" + TENANT + "/oauth2/v2.0/authorize?")))
                .containsExactly("renewal_refused");
        assertThat(table.rows()).isEmpty();
    }

    @Test
    @DisplayName("W29 an outage of the provider signs nobody out, and does not affect the home page")
    void survivesAnOutage() {
        browser.signIn("alice", "/login");
        provider.goDown();
        try {
            table.makeDue();
            assertThat(browser.isSignedIn()).isTrue();
            table.forgetRenewal();
            table.makeTokensExpire();
            assertThat(browser.get("/tasks").getStatusCode()).isEqualTo(503);
            assertThat(table.value("select renewing_until is null from session"))
                    .as("the next request may try at once")
                    .isEqualTo("t");
            assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        } finally {
            provider.comeBack();
        }
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W29 W31 the provider's new key is found, and a withdrawn one ends no session")
    void followsTheProvidersKey() {
        browser.signIn("alice", "/login");
        provider.rotateKey();

        secondBrowser.signIn("alice", "/login");

        assertThat(secondBrowser.isSignedIn()).isTrue();
        assertThat(browser.isSignedIn()).as("by an ID token of the old key").isTrue();
        assertThat(browser.get("/tasks").getStatusCode()).isEqualTo(200);
        table.makeDue();
        assertThat(browser.isSignedIn()).as("by an ID token of the new key").isTrue();
        assertThat(table.value("select min(renewals) from session")).isEqualTo("0");
        assertThat(table.value("select max(renewals) from session")).isEqualTo("1");
    }

    @Test
    @DisplayName("W13 sign-out ends the session even if the provider has no revocation endpoint")
    void signsOutWithoutRevocation() {
        provider.alterIdTokens(claims -> claims.unsetClaim("groups"));
        browser.signIn("alice", "/login");

        var redirect = location(browser.post("/logout"));

        assertThat(redirect).contains("/" + TENANT + "/oauth2/v2.0/logout?");
        assertThat(query(redirect)).containsKeys("id_token_hint", "state");
        var landing = browser.get(location(browser.get(redirect)));
        assertThat(landing.getContentAsString()).contains("You are signed out");
        assertThat(provider.endSessionRequests()).hasSize(1);
        assertThat(provider.revocationRequests()).isEmpty();
        assertThat(browser.isSignedIn()).isFalse();
    }

    @ParameterizedTest(name = "W28 {0} leads to a page with status {1}, without the provider''s description")
    @CsvSource({
        "access_denied, 403, AADSTS65004: User declined to consent to access the app.",
        "consent_required, 403, AADSTS65001: The user or administrator has not consented to use the application.",
        "login_required, 401, AADSTS50058: A silent sign-in request was sent but no user is signed in.",
        "interaction_required, 401, AADSTS50076: You must use multi-factor authentication.",
        "account_selection_required, 401, AADSTS16000: The person has to choose an account.",
        "unmet_authentication_requirements, 401, AADSTS50079: A stronger sign-in is needed.",
        "temporarily_unavailable, 503, AADSTS90033: A transient error has occurred.",
        "server_error, 503, AADSTS90036: An unexpected error has occurred.",
        "invalid_request, 502, AADSTS900144: The request must contain a parameter.",
        "invalid_scope, 502, AADSTS70011: The provided value for the input parameter scope is not valid.",
        "unauthorized_client, 502, AADSTS700016: Application was not found in the directory.",
        "invalid_target, 502, AADSTS500011: The resource principal was not found.",
        "something_new, 400, AADSTS1: Nobody knows."
    })
    void explainsRefusals(String error, int status, String description) {
        provider.refuseAuthorization(error, description);

        var page = browser.get(location(browser.get(browser.callbackFor("alice", "/login"))));

        assertThat(page.getStatusCode()).isEqualTo(status);
        assertThat(page.getContentAsString()).contains("<h1>").doesNotContain("AADSTS");
        assertThat(browser.sessionCookie()).isNull();
    }

    @Test
    @DisplayName("W28 rejections by the provider, with its description, and by this service are logged")
    void logsRefusals() {
        provider.refuseAuthorization("access_denied", "AADSTS65004: User declined to consent.");
        try (var log = new CapturedLog("com.taskmaster.webapp.signin")) {
            browser.get(browser.callbackFor("alice", "/login"));
            browser.get(browser.callbackFor("alice", "/login") + "&error=again");
            browser.get(browser.callbackFor("alice", "/login").replace("/callback", "/preferences"));

            assertThat(log.lines())
                    .containsExactly(
                            "The provider returned an authorization error: access_denied, AADSTS65004: User declined to consent.",
                            "Authorization response rejected: a parameter is repeated, or the code is empty",
                            "Authorization response rejected: it was not sent to /callback");
        }
    }

    @Test
    @DisplayName("W28 the provider's description of a fault is logged, on one line")
    void logsFaults() {
        provider.refuseAuthorization("invalid_scope", "AADSTS70011: The scope is not valid.");
        try (var log = new CapturedLog(CallbackPage.class.getName())) {
            browser.get(browser.callbackFor("alice", "/login"));
            browser.get(browser.callbackFor("alice", "/login").replace("AADSTS70011", "AADSTS70011%0A"));

            assertThat(log.lines())
                    .containsExactly(
                            "The provider returned an authorization error: invalid_scope, AADSTS70011: The scope is not valid.",
                            "The provider returned an authorization error: invalid_scope");
        }
    }

    @Test
    @DisplayName("W28 an expired client secret leads to a page without the provider's description")
    void explainsThatTheClientIsRefused() {
        provider.refuseTokens(401, "invalid_client", "AADSTS7000222: The provided client secret keys are expired.");

        assertThat(eventsOf(this::assertSaysThatItIsNobodysFaultHere)).containsExactly("sign_in_fault");
    }

    @ParameterizedTest(name = "W28 a response {0} of the token endpoint ({1}) is not reported as the user''s fault")
    @CsvSource({
        "502, <html>Bad Gateway</html>",
        "503, Service Unavailable",
        "503, ''",
        "500, '{\"error\": \"server_error\"}'",
        "400, '{\"error\": \"unauthorized_client\"}'",
        "400, '[]'",
        "200, <html>Welcome</html>",
        "200, {}",
        "200, '{\"token_type\": \"Bearer\", \"access_token\": \"x\", \"expires_in\": \"soon\"}'"
    })
    void explainsAnswersThatAreNone(int status, String body) {
        provider.replaceTokenAnswers(status, body);

        assertThat(eventsOf(this::assertSaysThatItIsNobodysFaultHere)).containsExactly("sign_in_fault");
    }

    @ParameterizedTest(name = "W31 a token response whose {0} is \"{1}\" opens no session")
    @CsvSource({"access_token,", "access_token, ''", "token_type,", "token_type, DPoP"})
    void refusesATokenResponseWithoutABearerToken(String name, String value) {
        provider.alterTokenResponses(response -> response.put(name, value));

        assertThat(eventsOf(this::assertSaysThatItIsNobodysFaultHere)).containsExactly("sign_in_fault");
        assertThat(table.rows()).isEmpty();
    }

    @Test
    @DisplayName("W31 the token type is case-insensitive (RFC 6749 5.1)")
    void takesABearerTokenInAnyCase() {
        provider.alterTokenResponses(response -> response.put("token_type", "bEARER"));

        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W28 an empty response of the token endpoint counts as no response")
    void explainsAnEmptyAnswer() {
        provider.replaceTokenAnswers(200, "");
        var callback = browser.callbackFor("alice", "/login");

        assertThat(eventsOf(() -> assertThat(browser.get(callback).getContentAsString())
                        .contains("The sign-in service is not responding")))
                .containsExactly("sign_in_fault");
    }

    @Test
    @DisplayName("W28 an expired code is refused, and does not count as a fault")
    void refusesACodeThatIsNotGood() {
        provider.refuseTokens(400, "invalid_grant", "AADSTS70008: The provided authorization code has expired.");
        var callback = browser.callbackFor("alice", "/login");

        assertThat(eventsOf(() -> {
                    var page = browser.get(callback);
                    assertThat(page.getStatusCode()).isEqualTo(400);
                    assertThat(page.getContentAsString()).contains("The sign-in was not completed");
                }))
                .containsExactly("sign_in_refused");
    }

    @ParameterizedTest(name = "W29 a renewal that fails with {0} ends no session, and is logged")
    @CsvSource({
        "503, ''",
        "502, <html>Bad Gateway</html>",
        "401, '{\"error\": \"invalid_client\"}'",
        "200, {}",
        "200, '{\"error\": \"server_error\"}'",
        "200, '{\"token_type\": \"DPoP\", \"access_token\": \"x\", \"expires_in\": 300}'"
    })
    void tellsThatARenewalFails(int status, String body) {
        browser.signIn("alice", "/login");
        table.makeDue();
        provider.replaceTokenAnswers(status, body);

        assertThat(eventsOf(() -> assertThat(browser.isSignedIn()).isTrue())).containsExactly("renewal_fault");
    }

    @Test
    @DisplayName("W28 W29 if the provider rejects the client, sessions continue, and the page says whose fault it is")
    void explainsThatTheClientIsRefusedARenewal() {
        browser.signIn("alice", "/login");
        table.makeTokensExpire();
        provider.refuseTokens(401, "invalid_client", "AADSTS7000222: The provided client secret keys are expired.");

        var page = browser.get("/tasks");

        assertThat(page.getStatusCode()).isEqualTo(502);
        assertThat(page.getContentAsString()).contains("Signing in does not work at the moment");
        provider.reset();
        assertThat(browser.isSignedIn()).isTrue();
    }

    private void assertSaysThatItIsNobodysFaultHere() {
        var page = browser.get(browser.callbackFor("alice", "/login"));

        assertThat(page.getStatusCode()).isEqualTo(502);
        assertThat(page.getContentAsString())
                .contains("Signing in does not work at the moment", "href=\"/login\"")
                .doesNotContain("AADSTS", "Bad Gateway");
        assertThat(browser.sessionCookie()).isNull();
    }

    @Test
    @DisplayName("W28 if the provider goes down during a sign-in, a page says so")
    void explainsAnOutage() {
        var callback = browser.callbackFor("alice", "/login");
        provider.goDown();
        try {
            assertThat(eventsOf(() -> assertThat(browser.get(callback).getContentAsString())
                            .contains("The sign-in service is not responding")))
                    .containsExactly("sign_in_fault");
        } finally {
            provider.comeBack();
        }
    }

    @Test
    @DisplayName("W28 if the provider does not respond during a sign-in, a page says so")
    void explainsThatTheProviderIsSilent() {
        var callback = browser.callbackFor("alice", "/login");
        provider.delayAnswers(Duration.ofMinutes(1));

        var page = browser.get(callback);

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString())
                .contains("The sign-in service is not responding")
                .containsPattern("<code>[0-9a-f]{32}</code>");
    }

    @Test
    @DisplayName("W29 a provider that does not respond signs out nobody whose tokens are still valid")
    void goesOnWhileTheProviderIsSilent() {
        browser.signIn("alice", "/login");
        table.makeDue();
        provider.delayAnswers(Duration.ofMinutes(1));

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W07 cookies have less than 4096 bytes, even with 200 groups in each token")
    void keepsCookiesSmall() {
        provider.alterIdTokens(claims -> claims.setClaim("login_hint", "O.ABC-1+2/3="));
        var login = browser.get("/login");
        var callback = browser.get(browser.authorize("alice", location(login)));
        var logout = browser.post("/logout");

        assertThat(Stream.of(login, callback, logout).flatMap(response -> setCookies(response).stream()))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).hasSizeLessThan(4096));
        assertThat(location(logout)).as("Entra ID refuses long queries").hasSizeLessThan(2_000);
        assertThat(query(location(logout)))
                .containsEntry("logout_hint", "O.ABC-1+2/3=")
                .containsKeys("client_id", "post_logout_redirect_uri", "state")
                .doesNotContainKey("id_token_hint");
    }

    private static List<String> eventsOf(Runnable work) {
        try (var log = new CapturedLog("audit")) {
            work.run();
            return log.lines().stream()
                    .map(line -> line.replaceFirst("event=(\\w+) .*", "$1"))
                    .toList();
        }
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }
}
