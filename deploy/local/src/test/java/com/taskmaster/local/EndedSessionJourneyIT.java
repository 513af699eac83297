package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keeping what was typed when the session ends in the meantime. */
class EndedSessionJourneyIT extends Journey {

    @Test
    @DisplayName("W19 W30 with scripts, typed text stays on the page until its user has signed in in another tab")
    void keepsWhatWasTypedOnThePage() {
        page = newPersonElsewhere();
        signInAlone();
        addFirst("Settle in", "Settle in", true);
        page.getByLabel("New task").fill("Water the roses tomorrow");
        sessions().clear();
        button(page, "Add task").click();

        assertThat(problem()).containsText("Please sign in again");
        assertThat(page.getByLabel("New task")).hasValue("Water the roses tomorrow");
        assertThat(task(page, "Settle in")).isVisible();
        look("ended-add");
        signInInAnotherTab();
        button(page, "Add task").click();
        assertThat(task(page, "Water the roses").locator(".due")).hasText("Tomorrow");
        assertThat(problem()).isEmpty();

        edit(page, "Settle in").fill("Settle down");
        page.getByLabel("Notes").fill("Near the sea");
        sessions().expire();
        button(page, "Save").click();
        assertThat(problem()).containsText("Please sign in again");
        assertThat(page.getByLabel("Title")).hasValue("Settle down");
        assertThat(page.getByLabel("Notes")).hasValue("Near the sea");
        look("ended-edit");
        signInInAnotherTab();
        button(page, "Save").click();
        edit(page, "Settle down");
        assertThat(page.getByLabel("Notes")).hasValue("Near the sea");
    }

    @Test
    @DisplayName(
            "W19 without scripts, typed text comes back after the sign-in, or stays on the page for one in another tab")
    void bringsBackWhatWasTyped() {
        var way = Way.GERMAN_WITHOUT_SCRIPTS;
        page = newPerson(way.browser());
        signInAlone();
        page.getByLabel(way.text("task:newTask")).fill("Rosen gießen morgen");
        sessions().expire();
        button(page, way.text("task:add")).click();

        assertThat(page.locator("h1")).hasText(way.text("msg:resumeTitle"));
        look("ended-resume", false);
        button(page, way.text("msg:resumeContinue")).click();
        button(page, "Yes").click();
        button(page, way.text("msg:resumeContinue")).click();
        assertThat(task(page, "Rosen gießen").locator(".due")).hasText(way.text("task:day_TOMORROW"));

        task(page, "Rosen gießen").locator(".title").click();
        page.getByLabel(way.text("task:title")).fill("Alle Rosen gießen");
        page.getByLabel(way.text("task:notes")).fill("Auch \"Gloria Dei\" & <die> am Zaun");
        sessions().clear();
        button(page, way.text("task:save")).click();
        assertThat(page.locator("h1")).hasText(way.text("msg:againTitle"));
        assertThat(page.locator("blockquote"))
                .hasText(new String[] {"Alle Rosen gießen", "Auch \"Gloria Dei\" & <die> am Zaun"});
        look("ended-again", false);
        signInInAnotherTab(page.getByText(way.text("msg:againSignIn")));
        button(page, way.text("msg:againSend")).click();
        button(page, way.text("msg:resumeContinue")).click();
        task(page, "Alle Rosen gießen").locator(".title").click();
        assertThat(page.getByLabel(way.text("task:notes"))).hasValue("Auch \"Gloria Dei\" & <die> am Zaun");
    }

    @Test
    @DisplayName("typed text stays on the page, and does not become a task of the next user of the same browser")
    void keepsWhatWasTypedFromTheNextPerson() {
        signInAlone();
        addFirst("Settle in", "Settle in", true);
        page.getByLabel("New task").fill("Buy the ring");
        var trash = trashWithOneTask();
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            signOut(other);
            signIn(other, newUser());
        }

        button(page, "Add task").click();

        assertThat(problem()).containsText("You are signed in as somebody else now");
        assertThat(page.getByLabel("New task")).hasValue("Buy the ring");
        assertThat(task(page, "Settle in")).isVisible();
        look("error-OTHER_PERSON");
        problem().getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#found")).hasText("Nothing here yet");

        trash.locator(".empty-trash > summary").click();
        button(trash, "Yes, empty the trash").click();
        assertThat(trash.locator("h1")).hasText("You are signed in as somebody else now");
        look(trash, "error-OTHER_PERSON-page");
    }

    private Page trashWithOneTask() {
        var other = page.context().newPage();
        other.navigate(pair.webapp() + "/tasks");
        addTask(other, "Old news");
        delete(other, "Old news");
        view(other, "Trash");
        return other;
    }

    private SessionRows sessions() {
        return new SessionRows(pair.webappDatabase());
    }

    private Locator problem() {
        return page.locator("#problem");
    }

    private void signInInAnotherTab() {
        signInInAnotherTab(problem().getByRole(AriaRole.LINK));
    }

    /** The user's session at the provider still exists. */
    private void signInInAnotherTab(Locator link) {
        try (var other = page.waitForPopup(link::click)) {
            other.locator("#board").waitFor();
        }
    }
}
