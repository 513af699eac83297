package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import com.taskmaster.backing.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pair with a certified provider for which it has no profile, configured only with the README's settings for any
 * provider.
 */
@ExtendWith({NodeExtension.class, BrowserExtension.class})
class OtherProviderJourneyIT {

    private static final String CLIENT = "taskmaster";
    private static final String SECRET = "secret-of-the-client-at-the-other-provider";

    private static final Deque<AutoCloseable> running = new ArrayDeque<>();
    private static Path logs;
    private static PostgreSql postgreSql;
    private static OidcProvider provider;
    private static URI tasksApi;
    private static WebAppInstance webapp;

    private BrowserContext browser;
    private Page page;
    private SessionRows sessions;

    @BeforeAll
    static void start() throws IOException {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-");
        var webappPort = Port.free("the web app");
        var apiPort = Port.free("the Tasks API");
        var providerPort = Port.free("the provider");
        logs = data.resolve("logs");
        tasksApi = address(apiPort);
        postgreSql = closing(PostgreSql.start(
                data.resolve("postgresql"),
                logs.resolve("postgresql.log"),
                Port.free("PostgreSQL"),
                List.of("tasks", "webapp")));
        provider = closing(OidcProvider.start(
                providerPort,
                Map.of(
                        "CLIENT_ID",
                        CLIENT,
                        "CLIENT_SECRET",
                        SECRET,
                        "WEBAPP_URL",
                        address(webappPort).toString(),
                        "API_AUDIENCE",
                        tasksApi.toString()),
                logs));
        closing(startTasksApi(apiPort));
        webapp = closing(WebAppInstance.start("webapp", webappPort, webappSettings(), logs.resolve("webapp.log")));
    }

    @AfterAll
    static void stop() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    @BeforeEach
    void openABrowser(Browser chromium) {
        browser = chromium.newContext(new NewContextOptions().setLocale("en-GB"));
        // The provider's pages request a font from the internet.
        browser.route("https://**", Route::abort);
        page = browser.newPage();
        sessions = new SessionRows(postgreSql.jdbcUrl("webapp"));
        sessions.clear();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    @DisplayName("Alice signs in, gives consent, adds a task, has her tokens renewed, and signs out")
    void goesThroughTheWholeLifeOfASession() {
        beginSignIn("alice");
        assertThat(scope("tasks.read")).isVisible();
        assertThat(scope("tasks.write")).hasCount(0);
        consent();
        assertThat(page.locator("#board")).isVisible();
        assertThat(page.locator(".who")).hasText("alice of oidc-provider");

        page.getByLabel("New task").fill("Try another provider");
        Journey.button(page, "Add task").click();
        assertThat(scope("tasks.write")).isVisible();
        consent();
        assertThat(Journey.task(page, "Try another provider")).isVisible();

        renewTokens();
        renewTokens();
        assertThat(sessions.renewals())
                .as("the second time with a rotated token")
                .isEqualTo(2);

        var revocations = revocations();
        Journey.button(page, "Sign out").click();
        Journey.button(page, "Yes, sign me out").click();
        assertThat(page.getByText("You are signed out")).isVisible();
        assertThat(revocations()).as("the refresh token is revoked").isEqualTo(revocations + 1);
        page.navigate(webapp.address() + "/tasks");
        assertThat(page.locator("[name=password]")).isVisible();
    }

    @Test
    @DisplayName(
            "W04 if the provider announces iss in authorization responses, one without it or with another issuer is rejected")
    void holdsTheProviderToTheIssuerItAnnounces() {
        beginSignIn("bob");
        var callback = callback();
        assertThat(callback).contains("&iss=http%3A%2F%2Flocalhost%3A");

        for (var altered : List.of(
                callback.replaceFirst("&iss=[^&]*", ""),
                callback.replaceFirst("&iss=[^&]*", "&iss=https%3A%2F%2Fevil.example"))) {
            assertThat(page.navigate(altered).status()).isEqualTo(400);
            assertThat(page.locator("#board")).hasCount(0);
        }

        page.navigate(callback);
        assertThat(page.locator("#board")).isVisible();
    }

    @Test
    @DisplayName("W14 signing out at the provider ends the session of the web app")
    void hearsOfASignOutAtTheProvider() {
        beginSignIn("carol");
        consent();
        assertThat(page.locator("#board")).isVisible();

        page.navigate(provider.issuer() + "/session/end");
        Journey.button(page, "Yes, sign me out").click();
        assertThat(page.getByText("Sign-out Success").first()).isVisible();

        assertThat(webapp.logged()).contains("event=back_channel_logout subject=carol");
        page.navigate(webapp.address() + "/tasks");
        assertThat(page.locator("[name=password]")).isVisible();
    }

    @Test
    @DisplayName(
            "W27 claims that the API demands as Entra ID does are requested from the provider, and the request then succeeds")
    void answersAClaimsChallengeOfTheApi() {
        beginSignIn("erin");
        consent();
        page.navigate(webapp.address() + "/transfer");
        page.getByText("Download JSON").click();
        assertThat(page).hasURL(Pattern.compile("^" + provider.issuer() + "/interaction/.*"));

        var download = page.waitForDownload(this::consent);

        assertThat(download.path()).content().contains("[");
        assertThat(page.getByText("Download JSON")).isVisible();
    }

    @Test
    @DisplayName("W28 declining consent leads to a page that says so")
    void saysThatConsentIsMissing() {
        beginSignIn("dave");
        page.getByText("Cancel").click();

        assertThat(page.getByText("You did not allow access to your tasks")).isVisible();
    }

    private void beginSignIn(String user) {
        page.navigate(webapp.address().toString());
        page.locator("[href='/login']").first().click();
        page.locator("[name=login]").fill(user);
        page.locator("[name=password]").fill("any");
        Journey.button(page, "Sign-in").click();
    }

    private void consent() {
        Journey.button(page, "Continue").click();
    }

    /** Gives consent, and returns the URL of the authorization response, to which the browser was not redirected. */
    private String callback() {
        var action = page.locator("form").getAttribute("action");
        var answer = page.request()
                .post(
                        action,
                        RequestOptions.create()
                                .setForm(FormData.create().set("prompt", "consent"))
                                .setMaxRedirects(0));
        var resumed = page.request()
                .get(answer.headers().get("location"), RequestOptions.create().setMaxRedirects(0));
        return resumed.headers().get("location");
    }

    private void renewTokens() {
        sessions.makeTokensExpire();
        page.reload();
        assertThat(Journey.task(page, "Try another provider")).isVisible();
    }

    /** A scope for which consent is requested. */
    private Locator scope(String name) {
        return page.getByText(name, new GetByTextOptions().setExact(true));
    }

    /** The number of grants that the provider has revoked. */
    private static long revocations() {
        try (var log = Files.lines(logs.resolve("oidc-provider.log"))) {
            return log.filter("grant.revoked"::equals).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChildProcess startTasksApi(Port port) {
        var settings = Map.of(
                "QUARKUS_PROFILE",
                "prod",
                "TASKMASTER_ACCESS_TOKEN_ISSUER",
                provider.issuer().toString(),
                "TASKMASTER_ACCESS_TOKEN_AUDIENCES",
                tasksApi.toString(),
                "TASKMASTER_ACCESS_TOKEN_KEY_SET",
                provider.issuer() + "/jwks",
                "TASKMASTER_RESOURCE_IDENTIFIER",
                tasksApi.toString(),
                "TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT",
                "c1",
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgreSql.jdbcUrl("tasks"),
                "QUARKUS_DATASOURCE_USERNAME",
                "tasks",
                "QUARKUS_DATASOURCE_PASSWORD",
                "tasks");
        return PackagedService.of("Tasks API", Path.of("../../tasks-api-service"))
                .start("tasks-api", port, settings, logs.resolve("tasks-api.log"));
    }

    private static Map<String, String> webappSettings() {
        return Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "prod"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer().toString()),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", CLIENT),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", SECRET),
                Map.entry("QUARKUS_OIDC_AUTHENTICATION_SCOPES", "profile,offline_access,tasks.read"),
                Map.entry("QUARKUS_OIDC_AUTHENTICATION_EXTRA_PARAMS_PROMPT", "consent"),
                Map.entry("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false"),
                Map.entry("QUARKUS_REST_CLIENT_TASKS_API_URL", tasksApi.toString()),
                Map.entry("TASKMASTER_SESSION_ENCRYPTION_KEY", "0123456789-0123456789-0123456789"),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgreSql.jdbcUrl("webapp")),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", "webapp"),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", "webapp"));
    }

    private static URI address(Port port) {
        return URI.create("http://localhost:" + port.number());
    }

    private static <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }
}
