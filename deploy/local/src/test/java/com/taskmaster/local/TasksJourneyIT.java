package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
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
        look(page, "landing");

        beginSignIn(page, "alice");
        assertThat(page.getByText("Read your tasks")).isVisible();
        assertThat(page.getByText("Create, change and delete your tasks")).hasCount(0);
        screenshot(page, "consent");
        button(page, "Yes").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(page.locator(".who")).hasText("Alice Anders");
        look(page, "tasks-empty");

        page.getByLabel("New task").fill("Buy milk");
        button(page, "Add task").click();
        assertThat(page.getByText("Create, change and delete your tasks")).isVisible();
        screenshot(page, "consent-to-change");
        button(page, "Yes").click();
        assertThat(task(page, "Buy milk")).isVisible();
        addTask(page, "Water the plants");
        page.getByLabel("Complete “Buy milk”").click();
        assertThat(note(page, "“Buy milk” completed")).isVisible();
        view(page, "Completed");
        page.getByLabel("Reopen “Buy milk”").click();
        assertThat(note(page, "“Buy milk” is open again")).isVisible();
        view(page, "All tasks");
        assertThat(page.getByLabel("Complete “Buy milk”")).isVisible();

        rename(page, "Water the plants", "Water all plants");
        delete(page, "Water all plants");

        signOut(page);
        look(page, "signed-out");
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
    @DisplayName("W28 declining consent leads to a page that says so")
    void decliningConsentEndsOnAPageThatSaysSo() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        beginSignIn(page, "bob");
        button(page, "No").click();

        assertThat(page.getByText("You did not allow access to your tasks")).isVisible();
        look(page, "consent-declined");

        page.navigate(pair.webapp() + "/tasks");
        assertThat(page).hasURL(Pattern.compile("^" + pair.keycloak() + ".*"));
    }

    @Test
    @DisplayName("W16 alice sees where she is signed in, and signs the other browser out")
    void aliceEndsTheSessionOfAnotherBrowser() {
        signIn(page, "alice");
        var other = newPerson();
        signIn(other, "alice");

        page.getByText("Alice Anders").click();
        assertThat(page.locator(".badge")).hasText("This browser");
        look(page, "account-sessions");
        page.getByText("End all other sessions").click();
        button(page, "Yes, end them").click();
        assertThat(button(page, "End this session")).hasCount(1);

        assertThat(other.navigate(pair.webapp() + "/tasks").request().redirectedFrom())
                .as("a redirect to the provider")
                .isNotNull();
    }

    @Test
    void bobMayReadWithoutAllowingChanges() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        signIn(page, "bob");
        page.getByLabel("New task").fill("Paint the fence");
        button(page, "Add task").click();
        button(page, "No").click();

        assertThat(page.getByText("You did not allow this")).isVisible();
        look(page, "error-MORE_DECLINED");
        page.getByText("To your tasks").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(task(page, "Paint the fence")).hasCount(0);
    }

    @Test
    @DisplayName("W27 typed text survives a declined consent, and is sent once")
    void bobChangesHisMindAndSendsWhatWaits() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        signIn(page, "bob");
        page.getByLabel("New task").fill("Mend the roof");
        button(page, "Add task").click();
        button(page, "No").click();
        var action = page.locator("form[action*=waiting]").getAttribute("action");
        assertThat(page.getByText("Mend the roof")).isVisible();

        page.navigate(pair.webapp() + "/login");
        button(page, "Yes").click();
        assertThat(page.getByText("What you were about to do is still waiting")).isVisible();
        look(page, "form-waiting");
        button(page, "Send it now").click();
        assertThat(task(page, "Mend the roof")).hasCount(1);

        page.navigate(pair.webapp() + "/resume" + action.substring(action.indexOf('?')));
        assertThat(page.getByText("Nothing is waiting here any more")).isVisible();
        look(page, "form-gone");
        page.getByText("To your tasks").click();
        assertThat(task(page, "Mend the roof")).hasCount(1);
        delete(page, "Mend the roof");
    }

    @Test
    void aChangeThatNeedsConsentWorksWithoutJavaScript() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        var person = newPersonWithoutJavaScript();
        signIn(person, "bob");
        person.getByLabel("New task").fill("Oil the hinges");
        button(person, "Add task").click();
        button(person, "Yes").click();

        assertThat(person.getByText("What you were about to do is being sent now"))
                .isVisible();
        screenshot(person, "resume");
        button(person, "Continue").click();
        assertThat(task(person, "Oil the hinges")).isVisible();
        delete(person, "Oil the hinges");
    }

    @Test
    @DisplayName("W18 an access token that expires during use is renewed without alice noticing")
    void renewsTokensThatExpireDuringUse() {
        var keycloak = new KeycloakAdmin(pair.keycloak());
        keycloak.setAccessTokenLifespan("taskmaster-webapp", Duration.ofSeconds(1));
        try {
            signIn(page, "alice");
            addTask(page, "before");
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
    void makesOneTaskOfAFormThatIsSentTwiceAndTwoOfTwoTitles() {
        signIn(page, "alice");
        addTask(page, "Allowed");
        var form = page.locator(".add [name=form]").inputValue();

        for (var title : List.of("Sent twice", "Sent twice", "Sent once")) {
            assertThat(post(FormData.create().set("form", form).set("title", title))
                            .status())
                    .isEqualTo(303);
        }

        page.reload();
        assertThat(page.getByLabel("Complete “Sent twice”")).hasCount(1);
        assertThat(page.getByLabel("Complete “Sent once”")).hasCount(1);
    }

    @Test
    void refusesAPlaceInTheListThatTheApiNeverNamed() {
        signIn(page, "alice");

        page.navigate(pair.webapp() + "/tasks?cursor=x%26limit%3D1%7B%25");

        assertThat(page.getByText("This request cannot be answered")).isVisible();
    }

    @Test
    void theBrowserHoldsNoToken() {
        signIn(page, "alice");

        assertThat(page.context().cookies(pair.webapp().toString()))
                .as("no JWT: an encrypted handle has no second part")
                .noneMatch(cookie -> cookie.value.matches("eyJ[\\w-]+\\.[\\w-].*"));
    }

    /** Sends the form as the page would, with the user's cookies. */
    private APIResponse post(FormData form) {
        return page.request()
                .post(
                        pair.webapp() + "/tasks",
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Origin", pair.webapp().toString())
                                .setMaxRedirects(0));
    }

    /** The token's lifetime is one second by the provider's clock, which is this machine's. */
    private void waitUntilTheAccessTokenHasExpired() {
        var expired = Instant.now().plusSeconds(1);
        page.waitForCondition(() -> Instant.now().isAfter(expired));
    }
}
