package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rejected input stays on the page, with scripts and without. */
class KeptJourneyIT extends Journey {

    private static final String FULL = "Voll";
    private static final String OTHER = "Leer";

    @ParameterizedTest(name = "{0}: a rejected action on several tasks keeps the selection and the typed fields")
    @EnumSource
    void keepsASelection(Way way) {
        arrive(way);
        addFirst(way, FULL + tags());
        add(way, OTHER);
        task(page, OTHER).waitFor();
        check(way, FULL);
        check(way, OTHER);
        page.locator(".more-choices > summary").click();
        page.locator("#selected-tag").fill("zuviel");
        page.locator("#selected-due").fill("2030-01-31");
        page.locator("#selected-priority").selectOption("low");
        button(page, way.text("task:tagAdd")).click();

        assertThat(note(page, way.text("task:notice_$TAG_REFUSED"))).isVisible();
        assertThat(selected(way, FULL)).isChecked();
        assertThat(selected(way, OTHER)).isChecked();
        assertThat(page.locator("#selected-tag")).hasValue("zuviel");
        assertThat(page.locator("#selected-due")).hasValue("2030-01-31");
        assertThat(page.locator("#selected-priority")).hasValue("low");
        look("kept-selection-" + way, way.hasScripts());

        page.locator(".more-choices > summary").click();
        selected(way, FULL).uncheck();
        page.locator(".more-choices > summary").click();
        button(page, way.text("task:tagAdd")).click();
        assertThat(task(page, OTHER)).containsText("@zuviel");
        assertThat(selected(way, OTHER)).not().isChecked();
    }

    @ParameterizedTest(name = "{0}: an invalid name of a list stays in its field, as does the chosen color")
    @EnumSource
    void keepsTheNameOfAList(Way way) {
        arrive(way);
        addFirst(way, OTHER + " #Küche");
        view(page, "Küche");
        page.locator(".new-list > summary").click();
        page.locator("#new-list").fill("Küche");
        button(page, way.text("task:listAdd")).click();

        assertThat(note(page, "Küche")).isVisible();
        assertThat(page.locator("#new-list")).isVisible();
        assertThat(page.locator("#new-list")).hasValue("Küche");
        look("kept-new-list-" + way, way.hasScripts());
        page.locator("#new-list").fill("Keller");
        button(page, way.text("task:listAdd")).click();
        assertThat(page.locator("h1")).hasText("Keller");

        page.locator(".settings > summary").click();
        page.locator("#list-name").fill("Küche");
        page.locator("#list-color").selectOption(way.text("task:listColorOf_TEAL"));
        saveList();
        assertThat(note(page, "Küche")).isVisible();
        assertThat(page.locator("h1")).hasText("Keller");
        assertThat(page.locator("#list-name")).isVisible();
        assertThat(page.locator("#list-name")).hasValue("Küche");
        assertThat(color()).hasText(way.text("task:listColorOf_TEAL"));
        look("kept-list-" + way, way.hasScripts());
    }

    @ParameterizedTest(
            name = "{0}: if two windows change a list, the second reports the conflict and keeps what was typed")
    @EnumSource
    void keepsWhatWasTypedAboutAListThatWasChangedElsewhere(Way way) {
        arrive(way);
        addFirst(way, OTHER + " #Keller");
        view(page, "Keller");
        page.locator(".settings > summary").click();
        page.locator("#list-name").fill("Werkstatt");
        page.locator("#list-color").selectOption(way.text("task:listColorOf_PINK"));
        try (var other = page.context().newPage()) {
            other.navigate(page.url());
            other.locator(".settings > summary").click();
            other.locator("#list-name").fill("Garage");
            saveList(other);
            assertThat(note(other, way.text("task:notice_$LIST_CHANGED"))).isVisible();
        }

        saveList();

        assertThat(note(page, way.text("task:notice_$LIST_OVERTAKEN"))).isVisible();
        assertThat(page.locator("h1")).hasText("Garage");
        assertThat(page.locator("#list-name")).isVisible();
        assertThat(page.locator("#list-name")).hasValue("Werkstatt");
        assertThat(color()).hasText(way.text("task:listColorOf_PINK"));
        saveList();
        assertThat(note(page, way.text("task:notice_$LIST_CHANGED"))).isVisible();
        assertThat(page.locator("h1")).hasText("Werkstatt");
    }

    @Test
    @DisplayName("after a rejection, tasks selected far down are still shown and selected")
    void keepsASelectionFarDown() {
        signInAlone();
        bringIn(IntStream.rangeClosed(1, 120)
                .mapToObj("Errand %d\n"::formatted)
                .collect(Collectors.joining("", "title\n", "")));
        page.navigate(pair.webapp() + "/tasks");
        page.locator("#more").scrollIntoViewIfNeeded();
        page.getByLabel("Select “Errand 70”").check();
        page.locator(".more-choices > summary").click();
        button(page, "Add tag").click();

        assertThat(note(page, "Nothing was changed: a tag")).isVisible();
        assertThat(page.getByLabel("Select “Errand 70”")).isChecked();
        page.locator("#selected-tag").fill("far");
        button(page, "Add tag").click();
        assertThat(note(page, "“Errand 70” changed")).isVisible();
    }

    private void arrive(Way way) {
        page = newPerson(way.browser());
        signInAlone();
    }

    /** The provider asks for consent before the first change; without scripts, users then send the form themselves. */
    private void addFirst(Way way, String line) {
        add(way, line);
        button(page, "Yes").click();
        if (!way.hasScripts()) {
            button(page, way.text("msg:resumeContinue")).click();
        }
        page.locator("#rows > .task").waitFor();
        page.waitForLoadState();
    }

    private void add(Way way, String line) {
        page.getByLabel(way.text("task:newTask")).fill(line);
        button(page, way.text("task:add")).click();
    }

    /** The maximum number of tags. */
    private static String tags() {
        return IntStream.rangeClosed(1, 20).mapToObj(" @t%d"::formatted).collect(Collectors.joining());
    }

    private void check(Way way, String title) {
        selected(way, title).check();
    }

    private Locator selected(Way way, String title) {
        return page.getByLabel(way.text("task:select", title));
    }

    private void saveList() {
        saveList(page);
    }

    private static void saveList(Page person) {
        person.locator(".settings form").first().locator(".primary").click();
    }

    private Locator color() {
        return page.locator("#list-color option:checked");
    }
}
