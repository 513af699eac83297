package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.KeycloakAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TasksJourneyIT extends Journey {

    @Test
    void aliceSignsInConsentsKeepsTasksAndSignsOut() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("alice", "taskmaster-webapp");
        page.navigate(pair.webapp().toString());
        screenshot(page, "landing");

        beginSignIn(page, "alice");
        assertThat(page.getByText("Read your tasks")).isVisible();
        assertThat(page.getByText("Create, change and delete your tasks")).isVisible();
        screenshot(page, "consent");
        button(page, "Yes").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(page.locator(".who")).hasText("Alice Anders");
        screenshot(page, "tasks-empty");

        addTask(page, "Buy milk");
        addTask(page, "Water the plants");
        page.getByLabel("Complete \"Buy milk\"").click();
        page.locator(".completed summary").first().click();
        page.getByLabel("Reopen \"Buy milk\"").click();
        assertThat(page.getByLabel("Complete \"Buy milk\"")).isVisible();

        task(page, "Water the plants").getByText("Water the plants").first().click();
        screenshot(page, "tasks-edit");
        task(page, "Water the plants").getByLabel("Title").fill("Water all plants");
        task(page, "Water the plants").getByText("Save").click();
        assertThat(task(page, "Water all plants")).isVisible();

        task(page, "Water all plants").getByText("Water all plants").first().click();
        page.getByLabel("Delete \"Water all plants\"").click();
        assertThat(task(page, "Water all plants")).hasCount(0);
        screenshot(page, "tasks");

        signOut(page);
        screenshot(page, "signed-out");
        page.navigate(pair.webapp() + "/tasks");
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    @DisplayName("A06 bob does not see alice's task")
    void bobDoesNotSeeAlicesTask() {
        signIn(page, "alice");
        addTask(page, "Alice's secret");

        var bob = newPerson();
        signIn(bob, "bob");

        assertThat(bob.getByText("Alice's secret")).hasCount(0);
    }

    @Test
    @DisplayName("W28 who declines consent ends on a page that says so")
    void decliningConsentEndsOnAPageThatSaysSo() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        beginSignIn(page, "bob");
        button(page, "No").click();

        assertThat(page.getByText("You did not allow access to your tasks")).isVisible();
        screenshot(page, "consent-declined");

        page.navigate(pair.webapp() + "/tasks");
        assertThat(page).hasURL(Pattern.compile("^" + pair.keycloak() + ".*"));
    }

    @Test
    @DisplayName("W18 an access token that expires during use is renewed without alice noticing")
    void renewsTokensThatExpireDuringUse() {
        var keycloak = new KeycloakAdmin(pair.keycloak());
        keycloak.setAccessTokenLifespan("taskmaster-webapp", Duration.ofSeconds(1));
        try {
            signIn(page, "alice");
            var refreshes = keycloak.events("REFRESH_TOKEN");
            for (var title : List.of("first", "second", "third")) {
                waitUntilTheAccessTokenHasExpired();
                addTask(page, title);
            }

            assertThat(keycloak.events("REFRESH_TOKEN")).isGreaterThanOrEqualTo(refreshes + 3);
            assertThat(keycloak.events("REFRESH_TOKEN_ERROR")).isZero();
        } finally {
            keycloak.setAccessTokenLifespan("taskmaster-webapp", Duration.ofMinutes(5));
        }
    }

    @Test
    void keepsWhatWasTypedWhenATitleIsRefused() {
        signIn(page, "alice");
        page.getByLabel("New task").evaluate("field => field.removeAttribute('maxlength')");
        page.getByLabel("New task").fill("x".repeat(501));
        button(page, "Add task").click();

        assertThat(page.getByText("A title has 1 to 500 characters")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("x".repeat(501));
        screenshot(page, "tasks-title-refused");
    }

    @Test
    void worksWithoutJavaScriptAndCarriesNone() {
        signIn(page, "alice");

        assertThat(page.locator("script")).hasCount(0);
        assertThat(page.context().cookies(pair.webapp().toString()))
                .as("cookies of the web app")
                .noneMatch(cookie -> cookie.value.contains("eyJ"));
    }

    /** The token lives for one second of the provider's clock, which is this machine's. */
    private void waitUntilTheAccessTokenHasExpired() {
        var expired = Instant.now().plusSeconds(1);
        page.waitForCondition(() -> Instant.now().isAfter(expired));
    }
}
