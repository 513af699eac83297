package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The images, run by {@code deploy/compose} restricted as in Kubernetes' Pod Security Standard "restricted". */
@ExtendWith({ContainersExtension.class, BrowserExtension.class, KnownPorts.class})
class ContainersIT {

    private static final String ADDRESS = "http://webapp.localhost:8080";
    private static final List<String> READY =
            List.of("http://localhost:8080/q/health/ready", "http://localhost:8081/q/health/ready");

    private static Containers containers;

    private BrowserContext person;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        containers = Containers.prepare("taskmaster-it");
        containers.compose("up", "-d").orFail();
    }

    @AfterAll
    static void stop() {
        if (containers != null) {
            containers.close();
        }
    }

    @BeforeEach
    void openABrowser(Browser chromium) {
        person = chromium.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        page = person.newPage();
        page.setDefaultTimeout(60_000);
    }

    @AfterEach
    void closeTheBrowser() {
        person.close();
    }

    @ParameterizedTest(name = "A05 {0} without {1} exits, and names {2}")
    @CsvSource({
        "webapp, TASKMASTER_SESSION_ENCRYPTION_KEY, taskmaster.session.encryption-key",
        "webapp, QUARKUS_OIDC_CREDENTIALS_SECRET, quarkus.oidc.credentials",
        "tasks-api, TASKMASTER_RESOURCE_IDENTIFIER, taskmaster.resource.identifier"
    })
    void nameTheMissingSetting(String service, String variable, String setting) {
        var ended =
                containers.compose("run", "-T", "--rm", "--no-deps", "-e", variable + "=", service, "--check-config");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains(setting).doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0} accepts its settings as complete")
    @ValueSource(strings = {Containers.WEBAPP, Containers.TASKS_API})
    void findTheSettingsOfComposeComplete(String service) {
        assertThat(containers
                        .compose("run", "-T", "--rm", "--no-deps", service, "--check-config")
                        .orFail())
                .contains("The settings are complete");
    }

    @Test
    void servePeople() {
        awaitReadiness();
        signIn();

        Journey.addTask(page, "Seen in a container");

        page.reload();
        assertThat(Journey.task(page, "Seen in a container")).isVisible();
    }

    @ParameterizedTest(name = "{0} runs without privileges, and can write only to /tmp")
    @ValueSource(strings = {Containers.WEBAPP, Containers.TASKS_API})
    void runWithoutPrivileges(String service) {
        assertThat(containers.inspect(
                        service, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"))
                .isEqualTo("10001:10001 true [ALL]");
        assertThat(containers.inspect(service, "{{.HostConfig.SecurityOpt}} {{.HostConfig.Memory}}"))
                .isEqualTo("[no-new-privileges:true] 536870912");
        assertThat(containers
                        .compose("exec", "-T", "--user", "0", service, "touch", "/app/x")
                        .output())
                .as("not even by the owner of the folder")
                .contains("Read-only file system");
        containers.compose("exec", "-T", service, "touch", "/tmp/x").orFail();
    }

    @ParameterizedTest(name = "{0} is an image of {1} that says so")
    @CsvSource({Containers.WEBAPP + ", webapp-service", Containers.TASKS_API + ", tasks-api-service"})
    void sayWhatTheyAre(String service, String module) {
        assertThat(containers.inspect(service, "{{json .Config.Labels}}"))
                .contains(
                        "\"org.opencontainers.image.title\":\"TaskMaster Pro: " + module + "\"",
                        "\"org.opencontainers.image.version\":",
                        "\"org.opencontainers.image.revision\":");
    }

    @ParameterizedTest(name = "{0} exits by itself when told to stop")
    @ValueSource(strings = {Containers.WEBAPP, Containers.TASKS_API})
    void endWhenTheyAreAskedTo(String service) {
        containers.compose("stop", service).orFail();

        assertThat(containers.inspect(service, "{{.State.ExitCode}} {{.State.OOMKilled}}"))
                .as("SIGTERM, not SIGKILL")
                .isEqualTo("143 false");
        assertThat(containers.compose("logs", service).output()).contains(" stopped in ");
        containers.compose("start", service).orFail();
    }

    @Test
    @DisplayName("A restore brings back the tasks, users and consents of the backup, and nothing created later")
    void comeBackFromABackup() {
        awaitReadiness();
        signIn();
        Journey.addTask(page, "Before the backup");
        containers.follow("Back up and restore", 0);
        Journey.addTask(page, "After the backup");

        containers.follow("Back up and restore", 1);

        awaitReadiness();
        person.clearCookies();
        signIn();
        assertThat(Journey.task(page, "Before the backup")).isVisible();
        assertThat(Journey.task(page, "After the backup")).hasCount(0);
    }

    @ParameterizedTest(name = "W09 rotating {1} signs nobody out, and users can sign in")
    @CsvSource({"0, the key of the sessions", "2, the client secret", "3, the password of a database"})
    void exchangeKeysAndSecrets(int block, String secret) {
        awaitReadiness();
        signIn();
        var before = containers.inspect(Containers.WEBAPP, "{{.Id}}");

        containers.follow("Exchange a key or a secret", block);

        awaitReadiness();
        assertThat(containers.inspect(Containers.WEBAPP, "{{.Id}}"))
                .as("the container is another one")
                .isNotEqualTo(before);
        page.navigate(ADDRESS + "/tasks");
        assertThat(page.locator("#board")).isVisible();
        person.clearCookies();
        signIn();
    }

    private void signIn() {
        page.navigate(ADDRESS);
        page.locator("[href='/login']").first().click();
        page.locator("#username").fill("alice");
        page.locator("#password").fill("alice");
        page.locator("#kc-login").click();
        Journey.consentUntil(page, page.locator("#board"));
    }

    private void awaitReadiness() {
        page.waitForCondition(
                () -> {
                    try {
                        return READY.stream()
                                .allMatch(
                                        address -> person.request().get(address).ok());
                    } catch (PlaywrightException e) {
                        return false;
                    }
                },
                new Page.WaitForConditionOptions().setTimeout(240_000));
    }
}
