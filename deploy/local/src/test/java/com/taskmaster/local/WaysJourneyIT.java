package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do every day, in each language, with scripts and without. */
class WaysJourneyIT extends Journey {

    private static final String MILK = "Milch & Müsli";
    private static final String BREAD = "Brot";

    @ParameterizedTest(name = "{0}: tasks are added, completed, changed, found, thrown away and brought back")
    @EnumSource
    void goThroughADay(Way way) {
        page = newPerson(way.browser());
        signInAlone();
        add(way, MILK);
        button(page, "Yes").click();
        if (!way.hasScripts()) {
            button(page, way.text("resumeContinue")).click();
        }
        task(page, MILK).waitFor();
        page.waitForLoadState();
        add(way, BREAD);
        task(page, BREAD).waitFor();

        page.getByLabel(way.text("completeNamed", MILK)).click();
        assertThat(task(page, MILK)).hasCount(0);
        button(page, way.text("undo")).click();
        assertThat(note(page, way.text("notice_$UNDONE"))).isVisible();
        assertThat(task(page, MILK)).isVisible();

        task(page, BREAD).locator(".title").click();
        page.getByLabel(way.text("dueDate")).fill("2030-01-31");
        button(page, way.text("save")).click();
        assertThat(task(page, BREAD).locator(".due"))
                .hasText(way.name().startsWith("GERMAN") ? "31.01.2030" : "31 Jan 2030");

        page.getByLabel(way.text("select", MILK)).check();
        page.getByLabel(way.text("select", BREAD)).check();
        page.locator(".more-choices > summary").click();
        page.locator("#selected-tag").fill("einkauf");
        button(page, way.text("tagAdd")).click();
        assertThat(page.locator("#rows .meta").getByText("@einkauf")).hasCount(2);

        page.getByRole(AriaRole.SEARCHBOX).fill("müs");
        if (!way.hasScripts()) {
            button(page, way.text("filterApply")).click();
        }
        assertThat(page.locator("#rows > .task")).hasCount(1);
        screenshot(page, "ways-" + way);

        task(page, MILK).locator(".actions-of > summary").click();
        task(page, MILK).locator(".delete").click();
        assertThat(task(page, MILK)).hasCount(0);
        view(page, way.text("view_TRASH"));
        page.getByLabel(way.text("restoreNamed", MILK)).click();
        assertThat(task(page, MILK)).hasCount(0);
        view(page, way.text("view_ALL"));
        assertThat(task(page, MILK)).isVisible();
    }

    private void add(Way way, String title) {
        page.getByLabel(way.text("newTask")).fill(title);
        button(page, way.text("add")).click();
    }
}
