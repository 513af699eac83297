package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be done to several tasks at once, and what of it can be taken back. */
class SelectionJourneyIT extends Journey {

    private static final String BIKE = "Fahrrad";
    private static final String TENT = "Zelt";

    private Way way;

    @ParameterizedTest(name = "{0}: two tasks are moved, tagged, dated, completed, deleted and removed at once")
    @EnumSource(names = {"ENGLISH", "GERMAN_WITHOUT_SCRIPTS"})
    void changesAllThatAreSelected(Way somebodys) {
        way = somebodys;
        page = newPerson(way.browser());
        signInAlone();
        add(BIKE + " #Keller @alt");
        button(page, "Yes").click();
        if (!way.hasScripts()) {
            button(page, way.text("msg:resumeContinue")).click();
        }
        task(page, BIKE).waitFor();
        add(TENT + " @alt");
        task(page, TENT).waitFor();

        changeAndTakeBack();
        completeAndReopen();
        deleteRestoreAndRemove();
    }

    private void changeAndTakeBack() {
        selectBoth();
        openChanges();
        look("selection-changes-" + way, way.hasScripts());
        page.locator("#selected-list").selectOption("Keller");
        press("task:move");
        assertThat(meta("Keller")).hasCount(2);
        takeBack(meta("Keller"), 1);

        selectBoth();
        openChanges();
        page.locator("#selected-tag").fill("alt");
        press("task:tagRemove");
        assertThat(meta("@alt")).hasCount(0);
        takeBack(meta("@alt"), 2);

        selectBoth();
        openChanges();
        page.locator("#selected-priority").selectOption(way.text("task:priorityOf_HIGH"));
        press("task:prioritise");
        assertThat(page.locator("#rows .priority"))
                .hasText(new String[] {way.text("task:priorityOf_HIGH"), way.text("task:priorityOf_HIGH")});
        takeBack(page.locator("#rows .priority"), 0);

        selectBoth();
        openChanges();
        page.locator("#selected-due").fill("2030-01-31");
        press("task:reschedule");
        assertThat(page.locator("#rows .due")).hasCount(2);
        selectBoth();
        openChanges();
        press("task:reschedule");
        assertThat(page.locator("#rows .due")).hasCount(0);
        takeBack(page.locator("#rows .due"), 2);
    }

    private void completeAndReopen() {
        selectBoth();
        press("task:complete");
        assertThat(rows()).hasCount(0);
        takeBack(rows(), 2);
        selectBoth();
        press("task:complete");
        assertThat(rows()).hasCount(0);

        view(page, way.text("task:view_COMPLETED"));
        selectBoth();
        press("task:reopen");
        assertThat(rows()).hasCount(0);
        takeBack(rows(), 2);
        selectBoth();
        press("task:reopen");
        assertThat(rows()).hasCount(0);
        view(page, way.text("task:view_ALL"));
        assertThat(rows()).hasCount(2);
    }

    private void deleteRestoreAndRemove() {
        selectBoth();
        press("task:delete");
        assertThat(rows()).hasCount(0);
        takeBack(rows(), 2);
        selectBoth();
        press("task:delete");
        assertThat(rows()).hasCount(0);

        view(page, way.text("task:view_TRASH"));
        selectBoth();
        press("task:restore");
        assertThat(rows()).hasCount(0);
        takeBack(rows(), 2);
        page.getByLabel(way.text("task:select", BIKE)).check();
        press("task:restore");
        assertThat(rows()).hasCount(1);

        page.getByLabel(way.text("task:select", TENT)).check();
        page.locator("#selected .sure > summary").click();
        look("selection-remove-" + way, way.hasScripts());
        press("task:removeSure");
        assertThat(rows()).hasCount(0);
        assertThat(page.locator("#undo")).hasCount(0);
        view(page, way.text("task:view_ALL"));
        assertThat(page.locator("#rows .title")).hasText(new String[] {BIKE});
    }

    private void takeBack(Locator what, int count) {
        button(page, way.text("task:undo")).click();
        assertThat(note(page, way.text("task:notice_$UNDONE"))).isVisible();
        assertThat(what).hasCount(count);
    }

    private void selectBoth() {
        for (var title : new String[] {BIKE, TENT}) {
            page.getByLabel(way.text("task:select", title)).check();
        }
    }

    private void openChanges() {
        page.locator(".more-choices > summary").click();
    }

    /** A button for all that are selected, not one of a row. */
    private void press(String name) {
        page.locator("#selected")
                .getByText(way.text(name), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private Locator meta(String text) {
        return page.locator("#rows .meta a").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator rows() {
        return page.locator("#rows > .task");
    }

    private void add(String line) {
        page.getByLabel(way.text("task:newTask")).fill(line);
        button(page, way.text("task:add")).click();
    }
}
