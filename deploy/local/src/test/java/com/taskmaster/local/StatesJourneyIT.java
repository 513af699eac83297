package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages when they are full, and when everything that can be opened is open. */
class StatesJourneyIT extends Journey {

    /** The visibility and opacity of an element at a time of its only animation. */
    private static final String AT = """
            (element, milliseconds) => {
              const [animation, ...others] = element.getAnimations();
              animation.currentTime = milliseconds;
              const style = getComputedStyle(element);
              return others.length ? "more than one animation" : [style.visibility, style.opacity].join();
            }""";

    /** Runs in the page itself, because Playwright cannot query it while a form is being sent. */
    private static final String NOTE_WHAT_IS_SEEN_OF_THE_PROGRESS = """
            () => addEventListener("submit", ({ target }) => {
              const at = %s;
              const busy = target.querySelector(".busy:has(progress)");
              sessionStorage.setItem("seen", [900, 1300].map(time => at(busy, time)).join(" "));
            })""".formatted(AT);

    private static final String TREE =
            "Prune the very old apple tree behind the house before the birds come back to it";

    private static final String FILE = IntStream.rangeClosed(1, 55)
            .mapToObj("""
                    ,{"title": "Leaf %d", "list": "Garden", "completedAt": "2026-01-01T00:00:00Z"}
                    """::formatted)
            .collect(Collectors.joining("", """
                    [{"title": "%s", "list": "Garden", "notes": "With the **long** ladder",
                      "due": {"date": "2020-05-01", "time": "08:30", "zone": "Europe/London"}, "priority": "high",
                      "tags": ["outdoors", "before the spring comes"], "repeat": {"rule": "FREQ=YEARLY", "from": "due"},
                      "checklist": [{"text": "Sharpen the saw", "done": true}, {"text": "Saw", "done": false}]}
                    ,{"title": "Water the seedlings", "list": "Garden", "tags": ["outdoors"]}
                    """.formatted(TREE), "]"));

    @Test
    @DisplayName("full views are accessible with every menu, panel and question open")
    void opensEverything() {
        signInAlone();
        bringIn();

        view(page, "Garden");
        page.locator(".new-list > summary").click();
        page.locator(".settings > summary").click();
        page.locator(".settings .sure > summary").click();
        page.getByLabel("Select “" + TREE + "”").check();
        page.locator(".more-choices > summary").click();
        task(page, TREE).locator(".actions-of > summary").click();
        look("state-everything-open");
        view(page, "@outdoors");
        look("state-tag");
        view(page, "Overdue");
        assertThat(page.locator(".overdue")).hasText(Pattern.compile("^Overdue: 1 May 2020.*"));
        look("state-overdue");
        view(page, "Completed");
        assertThat(page.locator("#rows > .task")).hasCount(50);
        page.navigate(pair.webapp() + page.locator("#more a").getAttribute("href"));
        assertThat(page.locator("#rows > .task")).hasCount(5);
        look("state-continued");
        page.getByText("Back to the first tasks").click();
        assertThat(page.locator("#rows > .task")).hasCount(50);
        look("state-completed");

        view(page, "All tasks");
        edit(page, TREE).fill("Prune the tree");
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            delete(other, TREE);
            keepsTheUndoForTenSeconds(other.locator(".note"));
        }
        button(page, "Save").click();
        assertThat(page.getByText("This task was deleted in the meantime")).isVisible();
        assertThat(page.getByText("Leave in the trash")).isVisible();
        look("state-trashed-meanwhile");
        button(page, "Restore and save").click();
        assertThat(task(page, "Prune the tree")).isVisible();
    }

    @Test
    @DisplayName(
            "an empty, a missing, an expired and a too large file are reported; an import that takes over a second shows progress")
    void bringsInWithTroubles() {
        signInAlone();
        page.navigate(pair.webapp() + "/transfer?trouble=NO_FILE");
        look("transfer-no-file");
        page.navigate(pair.webapp() + "/transfer?trouble=NOT_KEPT");
        look("transfer-not-kept");
        page.navigate(pair.webapp() + "/transfer?trouble=TOO_LARGE");
        look("transfer-too-large");

        page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        page.evaluate(NOTE_WHAT_IS_SEEN_OF_THE_PROGRESS);
        choose("empty.csv", "title,due_date\n");
        button(page, "Yes").click();
        assertThat(page.getByText("This file contains no tasks")).isVisible();
        assertThat(page.evaluate("sessionStorage.getItem('seen')")).isEqualTo("visible,0 visible,1");
        look("transfer-nothing-in-it");
    }

    private void bringIn() {
        page.navigate(pair.webapp() + "/transfer");
        choose("tasks.json", FILE);
        button(page, "Yes").click();
        button(page, "Import all 57 tasks").click();
        page.getByText("57 tasks were imported").waitFor();
        page.navigate(pair.webapp() + "/tasks");
    }

    private void choose(String name, String content) {
        page.getByLabel("File")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        button(page, "Check the file").click();
    }

    /** Sets the animation's time instead of waiting. */
    private static void keepsTheUndoForTenSeconds(Locator note) {
        note.page().emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(note.evaluate(AT, 9_900)).isEqualTo("visible,1");
        assertThat(note.evaluate(AT, 11_000)).isEqualTo("hidden,0");
        note.evaluate("note => note.getAnimations()[0].currentTime = 0");

        note.hover();
        assertThat(note).hasCSS("animation-play-state", "paused");
        note.page().mouse().move(0, 0);
        assertThat(note).hasCSS("animation-play-state", "running");
        note.page().locator("#undo").focus();
        assertThat(note).hasCSS("animation-play-state", "paused");
    }
}
