package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What exists only for browsers without scripts. */
class WithoutScriptsJourneyIT extends Journey {

    private static final String LINE = "Miete zahlen morgen 17 Uhr #Wohnung @geld !hoch jeden Monat";

    @Test
    @DisplayName("fast add shows on request how it understands a line, keeps the line, and saves it that way")
    void checksALineBeforeItIsSaved() {
        var way = Way.GERMAN_WITHOUT_SCRIPTS;
        page = newPerson(way.browser().setViewportSize(360, 740));
        signInAlone();
        page.getByLabel(way.text("task:newTask")).fill(LINE);
        button(page, way.text("task:check")).click();

        assertThat(page.locator("#understood dd")).hasText(new String[] {
            "Miete zahlen",
            way.text("task:day_TOMORROW") + " 17:00",
            "jeden Monat",
            "Wohnung (" + way.text("task:listIsNew") + ")",
            way.text("task:priorityOf_HIGH"),
            "@geld"
        });
        assertThat(page.getByLabel(way.text("task:newTask"))).hasValue(LINE);
        look("board-checked", false);
        page.setViewportSize(1280, 740);
        assertThat(page.locator("#views")).isVisible();
        assertThat(page.locator(".keys-button")).isHidden();

        page.setViewportSize(360, 740);
        button(page, way.text("task:add")).click();
        button(page, "Yes").click();
        button(page, way.text("msg:resumeContinue")).click();
        var row = task(page, "Miete zahlen");
        assertThat(row.locator(".due")).hasText(way.text("task:day_TOMORROW") + " 17:00");
        assertThat(row.locator(".priority")).hasText(way.text("task:priorityOf_HIGH"));
        assertThat(row.locator(".repeats")).hasCount(1);
        assertThat(row.locator(".meta a")).hasText(new String[] {"Wohnung", "@geld"});
        assertThat(page.getByLabel(way.text("task:newTask"))).hasValue("");
    }
}
