package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All actions on several tasks at once, and undoing them. */
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

        selectAllAndNone();
        changeAndTakeBack();
        completeAndReopen();
        deleteRestoreAndRemove();
    }

    @ParameterizedTest(
            name = "with JavaScript: {0}, a phone has room for titles until somebody would select several tasks")
    @ValueSource(booleans = {true, false})
    void selectsOnAPhone(boolean javaScript) {
        page = newPerson(new NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setJavaScriptEnabled(javaScript));
        way = javaScript ? Way.ENGLISH : Way.ENGLISH_WITHOUT_SCRIPTS;
        signInAlone();
        addFirst("Prune the very old apple tree", "Prune the very old apple tree", javaScript);
        var box = page.getByLabel(way.text("task:select", "Prune the very old apple tree"));
        assertThat(box).isHidden();
        look("selection-phone-none-" + javaScript, javaScript);
        page.setViewportSize(360, 740);

        several().tap();
        box.tap();
        look("selection-phone-" + javaScript, javaScript);
        page.setViewportSize(360, 740);
        press("task:selectNone");
        assertThat(box).not().isChecked();
        several().setChecked(true);
        box.tap();
        press("task:complete");

        assertThat(rows()).hasCount(0);
    }

    @Test
    @DisplayName(
            "who would select several goes on with it whatever else is done, and has none selected after leaving off")
    void goesOnSelectingUntilItIsOver() {
        way = Way.ENGLISH;
        signInAlone();
        addFirst(BIKE, BIKE, true);
        page.setViewportSize(360, 740);
        var box = page.getByLabel(way.text("task:select", BIKE));
        several().check();
        add(TENT);
        task(page, TENT).waitFor();
        assertThat(several()).isChecked();

        box.check();
        several().uncheck();
        assertThat(box).isHidden();
        assertThat(box).not().isChecked();
        several().check();
        box.check();
        press("task:complete");
        assertThat(rows()).hasCount(1);
        assertThat(several()).not().isChecked();
    }

    @ParameterizedTest(name = "with JavaScript: {0}, Enter on the box of a selected task keeps the selection")
    @ValueSource(booleans = {true, false})
    void keepsTheSelectionAfterEnterOnABox(boolean javaScript) {
        signInAlone(javaScript);
        way = javaScript ? Way.ENGLISH : Way.ENGLISH_WITHOUT_SCRIPTS;
        addFirst(BIKE, BIKE, javaScript);
        page.getByLabel(way.text("task:select", BIKE)).check();

        page.waitForResponse("**/tasks/selected", () -> page.getByLabel(way.text("task:select", BIKE))
                .press("Enter"));

        assertThat(page.locator(".more-choices")).hasAttribute("open", "");
        assertThat(page.getByLabel(way.text("task:select", BIKE))).isChecked();
        press("task:complete");
        assertThat(rows()).hasCount(0);
    }

    @Test
    @DisplayName("an open task is selected and unselected with all others, and stays so when another one is opened")
    void selectsTheOpenTaskWithAllOthers() {
        way = Way.ENGLISH;
        signInAlone();
        addFirst(BIKE, BIKE, true);
        add(TENT);
        task(page, TENT).waitFor();

        page.getByLabel(way.text("task:select", BIKE)).check();
        edit(page, BIKE);
        press("task:selectNone");
        assertThat(edit(page, TENT)).hasValue(TENT);
        assertThat(page.getByLabel(way.text("task:select", BIKE))).not().isChecked();
        assertThat(page.locator("#selected")).isHidden();

        page.getByLabel(way.text("task:select", BIKE)).check();
        press("task:selectAll");
        assertThat(edit(page, BIKE)).hasValue(BIKE);
        assertThat(page.getByLabel(way.text("task:select", TENT))).isChecked();
        assertThat(page.locator(".selected-count")).hasText(way.text("task:selected") + " (2)");
    }

    @Test
    @DisplayName(
            "who has begun to select on a wide screen goes on with it on a narrow one, even after the last task is unselected")
    void goesOnSelectingOnANarrowScreen() {
        way = Way.ENGLISH;
        signInAlone();
        addFirst(BIKE, BIKE, true);
        var box = page.getByLabel(way.text("task:select", BIKE));
        box.check();
        page.setViewportSize(360, 740);
        assertThat(several()).isChecked();

        box.uncheck();

        assertThat(box).isVisible();
        assertThat(box).isFocused();
    }

    @ParameterizedTest(
            name = "with JavaScript: {0}, a phone goes on selecting after a rejection, which keeps the selection")
    @ValueSource(booleans = {true, false})
    void goesOnSelectingAfterARejection(boolean javaScript) {
        signInAlone(javaScript);
        way = javaScript ? Way.ENGLISH : Way.ENGLISH_WITHOUT_SCRIPTS;
        addFirst(BIKE, BIKE, javaScript);
        page.setViewportSize(360, 740);
        var box = page.getByLabel(way.text("task:select", BIKE));
        several().check();
        box.check();
        openChanges();
        press("task:tagAdd");
        assertThat(note(page, way.text("task:notice_$TAG_REFUSED"))).isVisible();
        assertThat(several()).isChecked();
        openChanges();

        box.uncheck();

        assertThat(box).isVisible();
        assertThat(box).isFocused();
    }

    /** Boxes are there where somebody points, is with the keyboard, or has begun to select. */
    private void selectAllAndNone() {
        var boxes = page.locator(".select");
        page.locator("h1").hover();
        assertThat(boxes.first().locator("..")).hasCSS("opacity", "0");
        look("selection-none-" + way, way.hasScripts());
        rows().first().hover();
        assertThat(boxes.first().locator("..")).hasCSS("opacity", "1");
        assertThat(boxes.last().locator("..")).hasCSS("opacity", "0");
        boxes.last().focus();
        assertThat(boxes.last().locator("..")).hasCSS("opacity", "1");

        page.getByLabel(way.text("task:select", BIKE)).check();
        press("task:selectAll");
        assertThat(page.locator(".select:checked")).hasCount(2);
        look("selection-all-" + way, way.hasScripts());
        if (way.hasScripts()) {
            assertThat(page.locator("#select-all")).isFocused();
            assertThat(page.locator(".selected-count")).hasText(way.text("task:selected") + " (2)");
        }
        press("task:selectNone");
        assertThat(page.locator(".select:checked")).hasCount(0);
        assertThat(page.locator("#selected")).isHidden();
        if (way.hasScripts()) {
            assertThat(page.locator("#rows .title").first()).isFocused();
        }
    }

    private Locator several() {
        return page.getByLabel(way.text("task:selecting"));
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
        press("task:prioritize");
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

    /** Presses a button for all selected tasks, not one of a row. */
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
