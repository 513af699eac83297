package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.taskmaster.backing.KeycloakAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksJourneyIT extends Journey {

    @Test
    void aliceSignsInConsentsKeepsTasksAndSignsOut() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("alice", "taskmaster-webapp");
        page.navigate(pair.webapp().toString());
        screenshot(page, "landing");

        beginSignIn(page, "alice");
        assertThat(page.getByText("Read your tasks")).isVisible();
        assertThat(page.getByText("Create, change and delete your tasks")).hasCount(0);
        screenshot(page, "consent");
        button(page, "Yes").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(page.locator(".who")).hasText("Alice Anders");
        screenshot(page, "tasks-empty");

        page.getByLabel("New task").fill("Buy milk");
        button(page, "Add task").click();
        assertThat(page.getByText("Create, change and delete your tasks")).isVisible();
        screenshot(page, "consent-to-change");
        button(page, "Yes").click();
        assertThat(task(page, "Buy milk")).isVisible();
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
    @DisplayName("W16 alice sees where she is signed in, and signs the other browser out")
    void aliceEndsTheSessionOfAnotherBrowser() {
        signIn(page, "alice");
        var other = newPerson();
        signIn(other, "alice");

        page.getByText("Alice Anders").click();
        assertThat(page.locator(".badge")).hasText("This browser");
        screenshot(page, "account-sessions");
        button(page, "End all other sessions").click();
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
        screenshot(page, "change-declined");
        page.getByText("To your tasks").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(task(page, "Paint the fence")).hasCount(0);
    }

    @Test
    void aChangeThatNeedsConsentWorksWithoutJavaScript() {
        new KeycloakAdmin(pair.keycloak()).revokeConsent("bob", "taskmaster-webapp");
        var person = newPersonWithoutJavaScript();
        signIn(person, "bob");
        person.getByLabel("New task").fill("Oil the hinges");
        button(person, "Add task").click();
        button(person, "Yes").click();

        assertThat(person.getByText("What you were about to do is sent now")).isVisible();
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
    void showsWhatElseWasChangedAndKeepsWhatWasTyped() {
        signIn(page, "alice");
        addTask(page, "Call the plumber");
        edit(page, "Call the plumber").fill("Call the plumber at nine");
        rename(otherTab(), "Call the plumber", "Call Ms Kranz, the plumber");

        button(page, "Save").click();

        assertThat(conflict()).containsText("is now called \"Call Ms Kranz, the plumber\"");
        assertThat(conflict().getByLabel("What you typed")).hasValue("Call the plumber at nine");
        assertThat(conflict()).isFocused();
        screenshot(page, "tasks-conflict");

        conflict().getByText("Save anyway").click();
        assertThat(task(page, "Call the plumber at nine")).isVisible();
        assertThat(task(page, "Call Ms Kranz, the plumber")).hasCount(0);
    }

    @Test
    void leavesATaskAsItIsWhoeverSeesThatItWasChanged() {
        signIn(page, "alice");
        addTask(page, "Mow the lawn");
        edit(page, "Mow the lawn").fill("Mow it");
        rename(otherTab(), "Mow the lawn", "Let the lawn grow");

        button(page, "Save").click();
        conflict().getByText("Leave it as it is").click();

        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(task(page, "Let the lawn grow")).isVisible();
    }

    @Test
    void addsWhatWasTypedAnewWhenItsTaskWasDeleted() {
        signIn(page, "alice");
        addTask(page, "Feed the cat");
        edit(page, "Feed the cat").fill("Feed both cats");
        delete(otherTab(), "Feed the cat");

        button(page, "Save").click();
        assertThat(conflict()).containsText("This task was deleted in the meantime");
        screenshot(page, "tasks-conflict-deleted");
        conflict().getByText("Add task").click();

        assertThat(task(page, "Feed both cats")).isVisible();
        assertThat(conflict()).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Complete \"%s\"", "Delete \"%s\""})
    void doesNothingToATaskThatWasChangedElsewhereAndSaysSo(String action) {
        signIn(page, "alice");
        addTask(page, "Sell the bike");
        edit(page, "Sell the bike");
        rename(otherTab(), "Sell the bike", "Keep the bike");

        page.getByLabel(action.formatted("Sell the bike")).click();

        assertThat(conflict()).containsText("\"Keep the bike\" was changed elsewhere");
        assertThat(page.getByLabel("Complete \"Keep the bike\"")).isVisible();
        screenshot(page, "tasks-conflict-nothing-done");
        delete(page, "Keep the bike");
    }

    @Test
    void saysNothingOfAChangeThatWasMadeAlready() {
        signIn(page, "alice");
        addTask(page, "Post the letter");
        var other = otherTab();
        other.getByLabel("Complete \"Post the letter\"").click();
        assertThat(other.getByLabel("Complete \"Post the letter\"")).hasCount(0);

        page.getByLabel("Complete \"Post the letter\"").click();

        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(conflict()).hasCount(0);
        page.locator(".completed summary").first().click();
        assertThat(page.getByLabel("Reopen \"Post the letter\"")).isVisible();
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
        assertThat(page.getByLabel("Complete \"Sent twice\"")).hasCount(1);
        assertThat(page.getByLabel("Complete \"Sent once\"")).hasCount(1);
    }

    @Test
    void showsManyTasksPartByPart() {
        signIn(page, "bob");
        addTask(page, "Errand 001");
        for (var number = 2; number <= 201; number++) {
            post(FormData.create()
                    .set("form", UUID.randomUUID().toString())
                    .set("title", "Errand %03d".formatted(number)));
        }
        page.reload();
        assertThat(page.locator(".count")).hasText("201 open tasks");
        assertThat(page.locator(".list > .task")).hasCount(200);
        assertThat(task(page, "Errand 001")).hasCount(0);

        page.getByText("Show more").click();
        assertThat(page.locator(".list > .task")).hasCount(1);
        screenshot(page, "tasks-more");
        edit(page, "Errand 001").fill("The very first errand");
        button(page, "Save").click();
        assertThat(page).hasURL(Pattern.compile(".*/tasks\\?cursor=.+"));
        assertThat(task(page, "The very first errand")).isVisible();

        page.getByLabel("Complete \"The very first errand\"").click();
        assertThat(page).hasURL(pair.webapp() + "/tasks");
        assertThat(page.locator(".list > .task").first()).isVisible();
        assertThat(page.getByText("Show more")).hasCount(0);
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

    private Page otherTab() {
        var tab = page.context().newPage();
        tab.navigate(pair.webapp() + "/tasks");
        return tab;
    }

    private Locator conflict() {
        return page.locator(".conflict");
    }

    /** Opens the task and gives the field of its title. */
    private static Locator edit(Page person, String title) {
        task(person, title).getByText(title).first().click();
        return task(person, title).getByLabel("Title");
    }

    private static void rename(Page person, String title, String newTitle) {
        edit(person, title).fill(newTitle);
        task(person, title).getByText("Save").click();
        assertThat(task(person, newTitle)).isVisible();
    }

    private static void delete(Page person, String title) {
        edit(person, title);
        person.getByLabel("Delete \"%s\"".formatted(title)).click();
        assertThat(task(person, title)).hasCount(0);
    }

    /** Sends the form as the page would, with the person's cookies. */
    private APIResponse post(FormData form) {
        return page.request()
                .post(
                        pair.webapp() + "/tasks",
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Origin", pair.webapp().toString())
                                .setMaxRedirects(0));
    }

    /** The token lives for one second of the provider's clock, which is this machine's. */
    private void waitUntilTheAccessTokenHasExpired() {
        var expired = Instant.now().plusSeconds(1);
        page.waitForCondition(() -> Instant.now().isAfter(expired));
    }
}
