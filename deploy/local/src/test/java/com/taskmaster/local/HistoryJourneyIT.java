package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Back and Forward, after scripts have changed the page and its URL. */
class HistoryJourneyIT extends Journey {

    @Test
    @DisplayName("Back and Forward show whole pages with the current tasks, and the browser stores none of them")
    void showsWholePagesOnTheWayBack() {
        signInAlone();
        addFirst("Sow #Garden", "Sow", true);
        page.waitForLoadState();
        addTask(page, "Rest");
        page.getByRole(AriaRole.SEARCHBOX).fill("Sow");
        assertThat(page).hasURL(Pattern.compile(".*q=Sow.*"));
        assertThat(task(page, "Rest")).hasCount(0);
        view(page, "Garden");
        assertThat(page).hasURL(Pattern.compile(".*list=.*"));
        assertKeepsNothing();
        var other = page.context().newPage();
        other.navigate(pair.webapp() + "/tasks");
        rename(other, "Sow", "Sow beans");

        page.goBack();
        assertPage("All tasks", ".*q=Sow.*");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("Sow");
        assertThat(task(page, "Sow beans")).isVisible();
        assertThat(task(page, "Rest")).hasCount(0);
        page.waitForLoadState();

        page.goBack();
        assertPage("All tasks", ".*/tasks\\?undo=.*");
        assertThat(task(page, "Rest")).isVisible();
        page.waitForLoadState();

        page.goForward();
        assertPage("All tasks", ".*q=Sow.*");
        assertThat(task(page, "Rest")).hasCount(0);
        page.waitForLoadState();
        page.goForward();
        assertPage("Garden", ".*list=.*");
        assertThat(task(page, "Sow beans")).isVisible();
        assertKeepsNothing();

        page.getByText("Import and export").click();
        page.goBack();
        assertPage("Garden", ".*list=.*");
    }

    @Test
    @DisplayName("a tag's tasks are shown from the top, and Back returns to the row of the link, however far down")
    void comesBackToTheLine() {
        signInAlone();
        bringIn(IntStream.rangeClosed(1, 120)
                .mapToObj("Errand %d,town\n"::formatted)
                .collect(Collectors.joining("", "title,tags\n", "")));
        page.navigate(pair.webapp() + "/tasks");
        chooseTagAndComeBack(task(page, "Errand 40"));

        for (var shown : new int[] {100, 120}) {
            page.locator("#more").scrollIntoViewIfNeeded();
            assertThat(page.locator(".task")).hasCount(shown);
        }
        assertThat(page.locator(".task .title").allTextContents()).doesNotHaveDuplicates();
        chooseTagAndComeBack(task(page, "Errand 119"));
    }

    @Test
    @DisplayName("a change on a page adds no history entry: Back leads to the page before")
    void leadsBackToThePageBefore() {
        signInAlone();
        addTask(page, "Wash up");
        addTask(page, "Dry up");
        page.locator("[data-view=today]").click();
        assertThat(page.locator("h1")).hasText("Today");
        page.locator("[data-view=all]").click();
        assertThat(page.locator("h1")).hasText("All tasks");
        page.getByLabel("Complete “Wash up”").click();
        assertThat(note(page, "“Wash up” completed")).isVisible();
        delete(page, "Dry up");
        assertThat(page).hasURL(Pattern.compile(".*/tasks\\?undo=.*"));

        page.goBack();

        assertPage("Today", ".*view=today");
        assertThat(button(page, "Undo")).hasCount(0);
    }

    @Test
    @DisplayName("a message is shown once, and not again after a reload or Back")
    void saysOnceWhatWasDone() {
        signInAlone();
        addTask(page, "Wash up");
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isVisible();
        page.reload();
        assertThat(page.locator("#heading")).isVisible();
        assertThat(page.locator(".note")).hasCount(0);

        page.locator(".new-list summary").click();
        page.getByLabel("Name of the list").fill("Garden");
        button(page, "Add list").click();
        assertThat(note(page, "List added")).isVisible();
        page.waitForLoadState();
        page.locator("[data-view=today]").click();
        assertThat(page.locator("h1")).hasText("Today");
        page.goBack();
        assertPage("Garden", ".*list=[^&]*");
        assertThat(page.locator(".note")).hasCount(0);
    }

    @Test
    @DisplayName("a search is one history entry, however many pauses there were while typing")
    void leadsBackOverASearch() {
        signInAlone();
        addTask(page, "Wash up");
        page.locator("[data-view=today]").click();
        assertThat(page.locator("h1")).hasText("Today");
        var search = page.getByRole(AriaRole.SEARCHBOX);
        for (var words : new String[] {"wash", "wash u", "wash up"}) {
            search.fill(words);
            assertThat(page).hasURL(Pattern.compile(".*[?&]q=" + words.replace(" ", "(%20|\\+)")));
        }

        page.goBack();

        assertPage("Today", ".*view=today");
        assertThat(search).hasValue("");
    }

    private void chooseTagAndComeBack(Locator line) {
        line.getByText("@town").click();
        assertThat(page.locator("h1")).hasText("@town");
        assertThat(page.locator("h1")).isInViewport();
        page.waitForLoadState();

        page.goBack();
        assertThat(page.locator("h1")).hasText("All tasks");
        assertThat(line).isInViewport();
        page.waitForLoadState();
    }

    /** A whole page, with its frame, its scripts and one heading. */
    private void assertPage(String heading, String address) {
        assertThat(page).hasURL(Pattern.compile(address));
        assertThat(page.locator("h1")).hasText(heading);
        assertThat(page).hasTitle(Pattern.compile(heading + " · .*"));
        assertThat(page.locator(".brand")).hasCount(1);
        assertThat(page.locator("#board")).hasCount(1);
        assertThat(page.locator("#keys")).hasCount(1);
    }

    private void assertKeepsNothing() {
        assertThat((String) page.evaluate("Object.keys({...localStorage, ...sessionStorage}).join()"))
                .isIn("", "zone");
    }
}
