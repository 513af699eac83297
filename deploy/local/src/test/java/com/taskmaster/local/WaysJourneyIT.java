package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Everyday use, in each language, with scripts and without. */
class WaysJourneyIT extends Journey {

    private static final String MILK = "Milch & Müsli";
    private static final String BREAD = "Brot";

    /** More than fit on two pages. */
    private static final int MANY = 120;

    @ParameterizedTest(name = "{0}: tasks are added, completed, changed, found, deleted and restored")
    @EnumSource
    void goThroughADay(Way way) {
        page = newPerson(way.browser());
        signInAlone();
        add(way, MILK);
        allowAndGoOn(way);
        task(page, MILK).waitFor();
        page.waitForLoadState();
        add(way, BREAD);
        task(page, BREAD).waitFor();

        page.getByLabel(way.text("task:completeNamed", MILK)).click();
        assertThat(task(page, MILK)).hasCount(0);
        button(page, way.text("task:undo")).click();
        assertThat(note(page, way.text("task:notice_$UNDONE"))).isVisible();
        assertThat(task(page, MILK)).isVisible();

        task(page, BREAD).locator(".title").click();
        page.getByLabel(way.text("task:dueDate")).fill("2030-01-31");
        button(page, way.text("task:save")).click();
        assertThat(task(page, BREAD).locator(".due"))
                .hasText(way.name().startsWith("GERMAN") ? "31.01.2030" : "31 Jan 2030");

        page.getByLabel(way.text("task:select", MILK)).check();
        page.getByLabel(way.text("task:select", BREAD)).check();
        page.locator(".more-choices > summary").click();
        page.locator("#selected-tag").fill("einkauf");
        button(page, way.text("task:tagAdd")).click();
        assertThat(page.locator("#rows .meta").getByText("@einkauf")).hasCount(2);

        page.getByRole(AriaRole.SEARCHBOX).fill("müs");
        if (!way.hasScripts()) {
            button(page, way.text("task:filterApply")).click();
        }
        assertThat(page.locator("#rows > .task")).hasCount(1);
        screenshot(page, "ways-" + way);

        task(page, MILK).locator(".actions-of > summary").click();
        task(page, MILK).locator(".delete").click();
        assertThat(task(page, MILK)).hasCount(0);
        view(page, way.text("task:view_TRASH"));
        page.getByLabel(way.text("task:restoreNamed", MILK)).click();
        assertThat(task(page, MILK)).hasCount(0);
        view(page, way.text("task:view_ALL"));
        assertThat(task(page, MILK)).isVisible();
    }

    @ParameterizedTest(name = "{0}: a list is created, filled, renamed, colored, moved, and deleted with its tasks")
    @EnumSource(mode = Mode.MATCH_ALL, names = "GERMAN.*")
    void keepLists(Way way) {
        page = newPerson(way.browser());
        signInAlone();
        page.locator(".new-list > summary").click();
        page.getByLabel(way.text("task:listName")).fill("Küche");
        button(page, way.text("task:listAdd")).click();
        allowAndGoOn(way);
        assertThat(note(page, way.text("task:notice_$LIST_ADDED"))).isVisible();
        add(way, BREAD);
        task(page, BREAD).waitFor();

        page.getByText(way.text("task:listSettings")).click();
        page.locator("#list-name").fill("Backstube");
        page.getByLabel(way.text("task:listColor")).selectOption(way.text("task:listColorOf_TEAL"));
        look("ways-list-" + way, way.hasScripts());
        page.locator(".settings form").first().locator(".primary").click();
        assertThat(note(page, way.text("task:notice_$LIST_CHANGED"))).isVisible();
        assertThat(page.locator("h1")).hasText("Backstube");
        view(page, way.text("task:view_ALL"));
        assertThat(task(page, BREAD)).containsText("Backstube");
        assertThat(task(page, BREAD).locator(".dot")).hasCount(1);

        view(page, "Backstube");
        page.getByText(way.text("task:listSettings")).click();
        assertThat(lists()).hasText(new String[] {way.text("task:inbox"), "Backstube"});
        page.locator("#list-up").click();
        assertThat(note(page, way.text("task:notice_$LIST_MOVED"))).isVisible();
        assertThat(lists()).hasText(new String[] {"Backstube", way.text("task:inbox")});
        page.locator("#list-down").click();
        assertThat(lists()).hasText(new String[] {way.text("task:inbox"), "Backstube"});

        page.getByText(way.text("task:listDelete"), new GetByTextOptions().setExact(true))
                .click();
        page.getByLabel(way.text("task:listTasks")).selectOption(way.text("task:listTasksTrash"));
        button(page, way.text("task:listDeleteSure")).click();
        assertThat(note(page, way.text("task:notice_$LIST_DELETED"))).isVisible();
        view(page, way.text("task:view_TRASH"));
        assertThat(task(page, BREAD)).isVisible();
    }

    @Test
    @DisplayName(
            "German, without scripts: a file is previewed and imported, its tasks are read page by page, and the import is undone")
    void bringInManyTasks() {
        var way = Way.GERMAN_WITHOUT_SCRIPTS;
        page = newPerson(way.browser());
        signInAlone();
        page.navigate(pair.webapp() + "/transfer");
        look("ways-transfer-" + way, false);
        page.getByLabel(way.text("transfer:file")).setInputFiles(fileOf(MANY));
        button(page, way.text("transfer:look")).click();
        button(page, "Yes").click();
        assertThat(page.locator("tbody td"))
                .hasText(new String[] {String.valueOf(MANY + 2), "due_date", way.text("transfer:why_$DATE")});
        look("ways-transfer-preview-" + way, false);

        page.locator(".actions .primary").click();
        button(page, way.text("transfer:undo")).waitFor();
        look("ways-transfer-report-" + way, false);
        var report = page.url();
        page.locator(".actions .primary").click();
        assertThat(leafToTheEnd(way)).hasSize(MANY).doesNotHaveDuplicates();

        page.navigate(report);
        button(page, way.text("transfer:undo")).click();
        page.locator(".actions .primary").click();
        assertThat(page.locator(".task")).hasCount(0);
    }

    private Locator lists() {
        return page.locator("[aria-labelledby=lists] a > span:first-child");
    }

    private static FilePayload fileOf(int tasks) {
        var rows = IntStream.rangeClosed(1, tasks)
                .mapToObj(number -> "Errand %d,".formatted(number))
                .collect(Collectors.joining("\n", "title,due_date\n", "\nOne without a day,tomorrow\n"));
        return new FilePayload("tasks.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    /** @return all titles in order, from one page after the other */
    private List<String> leafToTheEnd(Way way) {
        var titles = new ArrayList<>(titles().allTextContents());
        while (titles.size() < MANY) {
            var first = titles().first().textContent();
            page.getByText(way.text("task:showMore")).click();
            assertThat(titles().first()).not().hasText(first);
            titles.addAll(titles().allTextContents());
        }
        page.getByText(way.text("task:fromTheTop")).click();
        assertThat(titles().first()).hasText(titles.get(0));
        return titles;
    }

    private Locator titles() {
        return page.locator(".task .title");
    }

    /** The provider asks for consent before the first change; without scripts, users then send the form themselves. */
    private void allowAndGoOn(Way way) {
        button(page, "Yes").click();
        if (!way.hasScripts()) {
            button(page, way.text("msg:resumeContinue")).click();
        }
    }

    private void add(Way way, String title) {
        page.getByLabel(way.text("task:newTask")).fill(title);
        button(page, way.text("task:add")).click();
    }
}
