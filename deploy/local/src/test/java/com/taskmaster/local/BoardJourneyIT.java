package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of tasks, for a user with many of them. */
class BoardJourneyIT extends Journey {

    @Test
    @DisplayName("fast add shows how it understands a line before saving it, and saves it that way")
    void understandsALineBeforeItIsSaved() {
        page = newPersonElsewhere();
        signInAlone();
        page.getByLabel("New task").pressSequentially("Pay rent tomorrow 17:00 #Flat @money !high every month");

        var understood = page.locator("#understood");
        assertThat(understood).containsText("Pay rent");
        assertThat(understood).containsText("Tomorrow 17:00");
        assertThat(understood).containsText("every month");
        assertThat(understood).containsText("Flat (new list)");
        assertThat(understood).containsText("High");
        assertThat(understood).containsText("@money");
        look("board-fast-add");

        addTyped("Pay rent");
        assertThat(task(page, "Pay rent").locator(".due")).hasText("Tomorrow 17:00");
        assertThat(task(page, "Pay rent")).containsText("High");
        view(page, "Flat");
        assertThat(task(page, "Pay rent")).isVisible();
        view(page, "@money");
        assertThat(task(page, "Pay rent")).isVisible();
        view(page, "Upcoming");
        assertThat(page.locator(".day")).hasText(Pattern.compile("Tomorrow.*"));
        look("board-upcoming");
        view(page, "Today");
        assertThat(task(page, "Pay rent")).hasCount(0);
        look("board-empty");
    }

    @ParameterizedTest(name = "{0}: the hint of what can be typed is read to its end on a phone, and is understood")
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void hintsAtWhatItUnderstands(Way way) {
        page = newPerson(way.browser().setViewportSize(360, 740));
        signInAlone();
        var line = page.getByLabel(way.text("task:newTask"));

        line.fill(line.getAttribute("placeholder"));

        assertThat(line.evaluate("field => field.scrollWidth <= field.clientWidth"))
                .isEqualTo(true);
        assertThat(page.locator("#understood dt")).hasText(new String[] {
            way.text("task:title"), way.text("task:due"), way.text("task:list"), way.text("task:priority")
        });
    }

    @Test
    void addsWhereItIsTyped() {
        page = newPersonElsewhere();
        signInAlone();
        view(page, "Today");
        addTask(page, "Call Ada");
        assertThat(task(page, "Call Ada").locator(".due")).hasText("Today");
        assertThat(page.locator("[data-view=today]")).hasText(Pattern.compile("Today\\s*1\\s*1 task"));

        page.locator(".new-list summary").click();
        page.getByLabel("Name of the list").fill("Garden");
        button(page, "Add list").click();
        assertThat(note(page, "List added")).isVisible();
        addTask(page, "Rake the leaves");

        view(page, "All tasks");
        assertThat(task(page, "Rake the leaves")).containsText("Garden");
    }

    @Test
    @DisplayName("the number of tasks beside each view, list and tag is correct after each change")
    void countsBesideTheViews() {
        signInAlone();
        addFirst("Sow #Garden @spring", "Sow", true);
        addTask(page, "Rest");
        assertCounts("Today 0, Upcoming 0, Overdue 0, All tasks 2, Completed 0, Trash 0, Inbox 1, Garden 1, @spring 1");

        page.getByLabel("Complete “Sow”").click();
        assertThat(note(page, "“Sow” completed")).isVisible();
        assertCounts("Today 0, Upcoming 0, Overdue 0, All tasks 1, Completed 1, Trash 0, Inbox 1, Garden 0");
        delete(page, "Rest");
        assertCounts("Today 0, Upcoming 0, Overdue 0, All tasks 0, Completed 1, Trash 1, Inbox 0, Garden 0");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trash 1 task")))
                .isVisible();
    }

    private void assertCounts(String expected) {
        var counted = page.locator("#views a:has(.count)");
        assertThat(counted).hasCount(expected.split(",").length);
        assertThat(counted.all().stream()
                        .map(link -> link.locator("span").first().textContent().strip() + " "
                                + link.locator(".count").textContent())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void understandsGerman() {
        var person = newPerson(new NewContextOptions().setLocale("de-DE"));
        page = person;
        signInAlone();
        page.getByLabel("Neue Aufgabe").pressSequentially("Müll rausbringen übermorgen um 7 Uhr !hoch");

        assertThat(page.locator("#understood")).containsText("07:00");
        assertThat(page.locator("#understood")).containsText("Hoch");
        button(page, "Hinzufügen").click();
        allow(task(page, "Müll rausbringen"));
        look("board-german");
        task(page, "Müll rausbringen").locator(".title").click();
        assertThat(page.getByLabel("Notizen")).isVisible();
        look("task-german");
    }

    @Test
    void keepsWhatWasTypedWhenATitleIsRefused() {
        signInAlone();
        addTask(page, "Settle in");
        page.getByLabel("New task").evaluate("field => field.removeAttribute('maxlength')");
        page.getByLabel("New task").fill("x".repeat(501));
        button(page, "Add task").click();

        assertThat(page.getByText("Title: At most 500 characters")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("x".repeat(501));
        assertThat(page.getByLabel("New task")).hasAttribute("aria-invalid", "true");
        look("board-title-refused");
        assertThat(page.getByText("Title: At most 500 characters")).isVisible();

        page.getByLabel("New task").fill("x".repeat(500));
        assertThat(page.getByText("Title: At most 500 characters")).hasCount(0);
        assertThat(page.getByLabel("New task")).not().hasAttribute("aria-invalid", "true");
    }

    @ParameterizedTest(name = "with JavaScript: {0}, completing and deleting can be undone")
    @ValueSource(booleans = {true, false})
    void takesBack(boolean javaScript) {
        signInAlone(javaScript);
        var title = "Sell the bike";
        addFirst(title, title, javaScript);

        page.getByLabel("Complete “" + title + "”").click();
        assertThat(note(page, "“Sell the bike” completed")).isVisible();
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isVisible();
        assertThat(page.getByLabel("Complete “" + title + "”")).isVisible();

        delete(page, title);
        button(page, "Undo").click();
        assertThat(task(page, title)).isVisible();

        delete(page, title);
        look("board-undo-" + javaScript, javaScript);
        view(page, "Trash");
        look("board-trash-" + javaScript, javaScript);
        page.getByLabel("Restore “" + title + "”").click();
        assertThat(note(page, "“Sell the bike” restored")).isVisible();
        view(page, "All tasks");
        assertThat(task(page, title)).isVisible();

        delete(page, title);
        view(page, "Trash");
        page.getByText("Empty the trash", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("The task in it will be deleted for good")).isVisible();
        look("board-empty-trash-" + javaScript, javaScript);
        button(page, "Yes, empty the trash").click();
        assertThat(page.getByText("What you delete stays here for a while")).isVisible();
    }

    @ParameterizedTest(name = "with JavaScript: {0}, several tasks are changed at once, which can be undone")
    @ValueSource(booleans = {true, false})
    void changesSeveralAtOnce(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("First errand @town", "First errand", javaScript);
        addTask(page, "Second errand");
        addTask(page, "At home");

        select("First errand", "Second errand");
        look("board-selected-" + javaScript, javaScript);
        page.locator(".more-choices > summary").click();
        page.locator("#selected-tag").fill("shopping");
        button(page, "Add tag").click();
        assertThat(note(page, "2 tasks changed")).isVisible();
        assertThat(task(page, "First errand")).containsText("@town");
        assertThat(task(page, "First errand")).containsText("@shopping");
        assertThat(task(page, "At home")).not().containsText("@shopping");
        button(page, "Undo").click();
        assertThat(task(page, "First errand")).containsText("@town");
        assertThat(page.getByText("@shopping")).hasCount(0);

        select("Second errand");
        page.locator(".more-choices > summary").click();
        page.locator("#selected-tag").fill("quick");
        page.locator("#selected-tag").press("Enter");
        assertThat(task(page, "Second errand")).containsText("@quick");
        assertThat(page.getByLabel("Complete “Second errand”")).isVisible();

        select("First errand");
        page.locator(".more-choices > summary").click();
        button(page, "Add tag").click();
        assertThat(note(page, "Nothing was changed: a tag must have 1 to 50 characters"))
                .isVisible();

        page.locator(".more-choices > summary").click();
        select("Second errand");
        page.locator(".more-choices > summary").click();
        page.locator("#selected-due").fill("2030-01-02");
        button(page, "Reschedule").click();
        assertThat(task(page, "Second errand").locator(".due")).hasText("2 Jan 2030");

        select("First errand", "Second errand");
        button(page, "Complete").click();
        assertThat(note(page, "2 tasks completed")).isVisible();
        assertThat(page.locator("#rows > .task")).hasCount(1);
        button(page, "Undo").click();
        assertThat(page.locator("#rows > .task")).hasCount(3);
    }

    @Test
    @DisplayName("the URL contains search and filters, and a search finds the beginnings of words")
    void searchesAndFilters() {
        signInAlone();
        addFirst("Water the geraniums !high", "Water the geraniums", true);
        addTask(page, "Write to Ada");

        page.getByRole(AriaRole.SEARCHBOX).fill("gera");
        assertThat(task(page, "Write to Ada")).hasCount(0);
        assertThat(task(page, "Water the geraniums")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*[?&]q=gera.*"));
        page.reload();
        assertThat(page.locator("#rows > .task")).hasCount(1);

        page.getByRole(AriaRole.SEARCHBOX).fill("nothing like it");
        assertThat(page.locator("#found")).hasText("Nothing found");
        look("board-nothing-found");
        page.getByText("Clear search and filters").click();
        assertThat(page.locator("#rows > .task")).hasCount(2);
        page.locator("#priority").selectOption("high");
        assertThat(page.locator("#rows > .task")).hasCount(1);
        page.locator("#priority").selectOption("low");
        assertThat(page.locator("#found")).hasText("Nothing found");
        page.getByText("Clear search and filters").click();
        assertThat(page.locator("#rows > .task")).hasCount(2);
    }

    @Test
    @DisplayName("clearing a search within a list stays in that list")
    void clearsASearchWithinAList() {
        signInAlone();
        addTask(page, "Water the geraniums #Balcony @green", "Water the geraniums");
        addTask(page, "Write to Ada");
        for (var place : new String[] {"Balcony", "@green"}) {
            view(page, place);
            page.getByRole(AriaRole.SEARCHBOX).fill("nothing like it");
            assertThat(page.locator("#found")).hasText("Nothing found");

            page.getByText("Clear search and filters").click();

            assertThat(page.locator("#rows > .task .title")).hasText(new String[] {"Water the geraniums"});
            assertThat(page.locator("h1")).hasText(place);
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("");
        }
    }

    @Test
    @DisplayName("the inbox is found by its German name, which no other list can have")
    void knowsTheInboxByItsGermanName() {
        page = newPerson(new NewContextOptions().setLocale("de-DE"));
        signInAlone();
        page.getByLabel("Neue Aufgabe").pressSequentially("Ofen putzen #eingang");
        assertThat(page.locator("#understood")).containsText("Eingang");
        assertThat(page.locator("#understood")).not().containsText("neue Liste");
        button(page, "Hinzufügen").click();
        allow(task(page, "Ofen putzen"));
        var lists = page.locator("[aria-labelledby=lists] a > span:first-child");
        assertThat(lists).hasText(new String[] {"Eingang"});

        page.locator(".new-list > summary").click();
        page.locator("#new-list").fill("Eingang");
        page.locator(".new-list .primary").click();
        assertThat(note(page, "Es gibt schon eine Liste „Eingang“.")).isVisible();
        assertThat(page.locator("#new-list")).hasValue("Eingang");
        view(page, "Eingang");
        page.locator(".settings > summary").click();
        assertThat(page.locator("#list-name")).hasValue("Eingang");
        page.locator("#list-color").selectOption("Blau");
        page.locator(".settings form").first().locator(".primary").click();
        assertThat(note(page, "Liste geändert")).isVisible();
        assertThat(lists).hasText(new String[] {"Eingang"});

        page.context()
                .addCookies(List.of(new Cookie("preference_language", "en")
                        .setUrl(pair.webapp().toString())));
        page.reload();
        assertThat(lists).hasText(new String[] {"Inbox"});
    }

    @Test
    void saysThatAListIsGone() {
        signInAlone();
        addTask(page, "Sow #Garden", "Sow");
        view(page, "Garden");
        var address = page.url();
        page.locator(".settings > summary").click();
        page.getByText("Delete list", new Page.GetByTextOptions().setExact(true))
                .click();
        button(page, "Yes, delete list").click();
        assertThat(note(page, "List deleted")).isVisible();

        page.navigate(address);

        assertThat(page.locator("h1")).hasText("This list is gone");
        look("board-list-gone");
        page.locator(".empty a").click();
        assertThat(task(page, "Sow")).isVisible();
    }

    @ParameterizedTest(name = "{0} pixels wide, the menu of a task is closed where it was opened")
    @ValueSource(ints = {360, 1280})
    void closesTheMenuOfATaskInPlace(int width) {
        signInAlone();
        addTask(page, "Sit still @one @two", "Sit still");
        page.setViewportSize(width, 740);
        var menu = task(page, "Sit still").locator(".actions-of > summary");
        var place = menu.boundingBox();

        menu.click();

        assertThat(page.locator(".actions-of[open] .delete")).isVisible();
        assertThat(menu.boundingBox()).usingRecursiveComparison().isEqualTo(place);
        page.mouse().click(place.x + 22, place.y + 22);
        assertThat(page.locator(".actions-of[open]")).hasCount(0);
    }

    @Test
    void movesTasksWithoutJavaScript() {
        page = newPersonWithoutJavaScript();
        signInAlone();
        addFirst("second", "second", false);
        addTask(page, "first");

        task(page, "second").locator(".actions-of > summary").click();
        task(page, "second").getByText("Move up").click();

        assertOrder("second", "first");
    }

    @Test
    void paintsRenamesAndDeletesLists() {
        signInAlone();
        addFirst("Sow #Garden", "Sow", true);
        view(page, "Garden");
        page.locator(".settings > summary").click();
        page.locator("#list-name").fill("Allotment");
        page.getByLabel("Color").selectOption("Green");
        button(page, "Save").click();
        assertThat(note(page, "List changed")).isVisible();
        assertThat(dots("Allotment")).hasCount(2);
        assertThat(dots("Allotment").first()).hasAttribute("fill", "#43a047");
        view(page, "All tasks");
        assertThat(task(page, "Sow").locator(".dot circle")).hasAttribute("fill", "#43a047");

        view(page, "Allotment");
        page.locator(".settings > summary").click();
        look("board-list-settings");
        page.getByLabel("Color").selectOption("None");
        button(page, "Save").click();
        assertThat(dots("Allotment")).hasCount(0);

        page.locator(".settings > summary").click();
        page.getByText("Delete list", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("The list “Allotment” cannot be brought back"))
                .isVisible();
        button(page, "Yes, delete list").click();
        assertThat(note(page, "List deleted")).isVisible();
        assertThat(task(page, "Sow")).isVisible();
        assertThat(page.getByText("Allotment")).hasCount(0);

        edit(page, "Sow");
        page.locator(".history summary").click();
        assertThat(page.locator(".entries-list del").first()).hasText("a deleted list");
    }

    /** The list's colored dots in the heading and among the views. */
    private Locator dots(String list) {
        return page.locator("h1, #views a")
                .filter(new Locator.FilterOptions().setHasText(list))
                .locator(".dot circle");
    }

    @Test
    void reachesTheViewsOnAPhone() {
        signInAlone();
        page.setViewportSize(360, 740);
        assertThat(page.locator("#views")).isHidden();

        button(page, "Menu").click();
        assertThat(page.locator("#views")).isVisible();
        look("board-views");
        page.setViewportSize(360, 740);
        page.locator("#views").getByLabel("Close").click();
        assertThat(page.locator("#views")).isHidden();
        button(page, "Menu").click();
        page.locator("#views").getByText("Upcoming").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nothing planned")))
                .isVisible();
        assertThat(page.locator("#views")).isHidden();
    }

    @Test
    @DisplayName("the page of tasks with a full first part loads from one origin, in less than 100 kB")
    void isLight() {
        signInAlone();
        bringIn("title\n" + "Weigh the page with everything that is on it\n".repeat(60));
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        page.navigate(pair.webapp() + "/tasks");
        page.waitForLoadState();

        var bytes = (Number) page.evaluate("""
                performance.getEntries().filter(entry => entry.transferSize)
                    .reduce((sum, entry) => sum + entry.transferSize, 0)""");
        var origins = page.evaluate("""
                [...new Set(performance.getEntriesByType("resource").map(entry => new URL(entry.name).origin))].join()""");

        assertThat(page.locator(".task")).hasCount(50);
        assertThat(bytes.longValue()).isBetween(10_000L, 100_000L);
        assertThat(origins).isEqualTo(pair.webapp().toString());
    }

    /** Sends the typed line. */
    private void addTyped(String title) {
        button(page, "Add task").click();
        allow(task(page, title));
    }

    private void allow(Locator goal) {
        consentUntil(page, goal);
    }

    private void select(String... titles) {
        for (var title : titles) {
            page.getByLabel("Select “" + title + "”").check();
        }
    }
}
