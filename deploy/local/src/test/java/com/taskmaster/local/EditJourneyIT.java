package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing a task, also in two windows at the same time. */
class EditJourneyIT extends Journey {

    /** The API's page size for a history. */
    private static final int PAGE = 50;

    private static final int CHANGES = 54;

    /** By half or more: of long notes, browsers scroll only the current line into view. */
    private static final String HIDDEN_BEHIND_THE_BUTTONS = """
            () => {
                const part = document.activeElement;
                const box = part.getBoundingClientRect();
                const buttons = document.querySelector("#edit .actions");
                return !buttons.contains(part) && part.closest("#edit form") !== null
                    && (box.top + box.bottom) / 2 > buttons.getBoundingClientRect().top;
            }""";

    @ParameterizedTest(name = "with JavaScript: {0}, everything about a task can be changed")
    @ValueSource(booleans = {true, false})
    void changesEverythingAboutATask(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Plan the trip", "Plan the trip", javaScript);

        edit(page, "Plan the trip").fill("Plan the journey");
        page.getByLabel("Notes").fill("Bring **water**\n\n<script>alert(1)</script>");
        page.getByLabel("Due date").fill("2030-05-06");
        page.getByLabel("Time").first().fill("08:30");
        page.locator("#task-priority").selectOption("medium");
        page.locator("#task-tags").fill("travel, two words");
        page.getByLabel("Repeats").selectOption("FREQ=YEARLY");
        page.getByLabel("Step 1", new Page.GetByLabelOptions().setExact(true)).fill("Book");
        page.getByLabel("Step 2", new Page.GetByLabelOptions().setExact(true)).fill("Pack");
        page.getByLabel("Step 1 is done").check();
        look("task-" + javaScript, javaScript);
        button(page, "Save").click();

        assertThat(note(page, "“Plan the journey” changed")).isVisible();
        var row = task(page, "Plan the journey");
        assertThat(row.locator(".due")).hasText("6 May 2030 08:30");
        assertThat(row).containsText("Medium");
        assertThat(row).containsText("@two words");
        assertThat(row).containsText("1 of 2 steps");
        edit(page, "Plan the journey");
        assertThat(page.locator(".notes strong")).hasText("water");
        assertThat(page.locator(".notes script")).hasCount(0);
        page.locator(".history summary").click();
        if (!javaScript) {
            page.getByText("Show the history").click();
        }
        assertThat(page.locator(".entries-list")).containsText("Plan the trip");
        assertThat(page.locator(".entries-list > li").last()).containsText("Created");
        var newest = page.locator(".entries-list > li").first();
        assertThat(newest).containsText("TaskMaster Pro");
        assertThat(newest.locator("time")).hasAttribute("datetime", Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT.+"));
        assertThat(newest.locator("time")).hasText(Pattern.compile(".*\\d:\\d\\d.*"));
        look("task-history-" + javaScript, javaScript);
    }

    @ParameterizedTest(name = "with JavaScript: {0}, a long history is shown to its end")
    @ValueSource(booleans = {true, false})
    void tellsALongHistoryToItsEnd(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Swim", "Swim", javaScript);
        completeAndReopen(id(task(page, "Swim")), CHANGES);

        edit(page, "Swim");
        page.locator(".history summary").click();
        if (!javaScript) {
            page.getByText("Show the history").click();
        }
        var entries = page.locator(".entries-list > li:not(.older)");
        assertThat(entries).hasCount(PAGE);
        look("task-history-long-" + javaScript, javaScript);
        page.getByText("Show older changes").click();

        assertThat(entries).hasCount(javaScript ? CHANGES + 1 : CHANGES + 1 - PAGE);
        assertThat(entries.last()).containsText("Title: Swim");
        assertThat(entries.nth(javaScript ? PAGE : 0)).isFocused();
        assertThat(page.locator(".older")).hasCount(0);
    }

    private static String id(Locator row) {
        return row.getAttribute("id").replace("task-", "");
    }

    /** Alternately, with the page's forms. */
    private void completeAndReopen(String id, int times) {
        for (var version = 0; version < times; version++) {
            var action = "/tasks/" + id + (version % 2 == 0 ? "/complete" : "/reopen");
            page.request()
                    .post(
                            pair.webapp() + action,
                            RequestOptions.create()
                                    .setHeader("Sec-Fetch-Site", "same-origin")
                                    .setForm(FormData.create().set("version", version))
                                    .setMaxRedirects(0));
        }
        page.reload();
    }

    @ParameterizedTest(name = "with JavaScript: {0}, a change to a task can be undone")
    @ValueSource(booleans = {true, false})
    void takesAnEditBack(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Bake a cake @party !low", "Bake a cake", javaScript);
        edit(page, "Bake a cake").fill("Buy a cake");
        page.getByLabel("Notes").fill("With cherries");
        page.getByLabel("Due date").fill("2030-05-06");
        page.getByLabel("Time").first().fill("08:30");
        page.locator("#task-priority").selectOption("high");
        page.locator("#task-tags").fill("party, errand");
        page.getByLabel("Repeats").selectOption("FREQ=YEARLY");
        button(page, "Save").click();
        assertThat(task(page, "Buy a cake")).isVisible();

        button(page, "Undo").click();

        assertThat(note(page, "Undone")).isVisible();
        var row = task(page, "Bake a cake");
        assertThat(row.locator(".due")).hasCount(0);
        assertThat(row).containsText("Low");
        assertThat(row).containsText("@party");
        assertThat(row).not().containsText("@errand");
        assertThat(row.locator(".repeats")).hasCount(0);
        edit(page, "Bake a cake");
        assertThat(page.getByLabel("Notes")).hasValue("");
    }

    @ParameterizedTest(name = "with JavaScript: {0}, an open task can be completed and deleted, which can be undone")
    @ValueSource(booleans = {true, false})
    void completesAndDeletesAnOpenTask(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Clean the oven", "Clean the oven", javaScript);

        edit(page, "Clean the oven");
        button(page, "Complete").click();
        assertThat(note(page, "“Clean the oven” completed")).isVisible();
        assertThat(task(page, "Clean the oven")).hasCount(0);
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isVisible();
        edit(page, "Clean the oven");
        button(page, "Delete").click();
        assertThat(note(page, "“Clean the oven” is in the trash")).isVisible();
        view(page, "Trash");
        edit(page, "Clean the oven");
        button(page, "Restore").click();
        assertThat(note(page, "“Clean the oven” restored")).isVisible();

        view(page, "All tasks");
        page.navigate(pair.webapp() + title("Clean the oven").getAttribute("href"));
        look("task-page-" + javaScript, javaScript);
        button(page, "Complete").click();
        assertThat(note(page, "“Clean the oven” completed")).isVisible();
        view(page, "Completed");
        edit(page, "Clean the oven");
        button(page, "Reopen").click();
        assertThat(note(page, "“Clean the oven” is open again")).isVisible();
    }

    @Test
    @DisplayName("completing an open task with unsaved text asks first")
    void asksBeforeWhatWasTypedIsLeft() {
        signInAlone();
        addTask(page, "Wash the curtains");
        edit(page, "Wash the curtains").fill("Wash them all");
        page.onceDialog(Dialog::dismiss);

        button(page, "Complete").click();

        assertThat(page.getByLabel("Title")).hasValue("Wash them all");
        page.onceDialog(Dialog::accept);
        button(page, "Save").focus();
        page.keyboard().press("x");
        assertThat(note(page, "“Wash the curtains” completed")).isVisible();
    }

    @ParameterizedTest(name = "{0} pixels wide, the save button stays visible and covers no focused field")
    @ValueSource(ints = {360, 1280})
    void keepsSavingInSight(int width) {
        signInAlone();
        addTask(page, "Sort the photos");
        page.setViewportSize(width, 640);
        var title = edit(page, "Sort the photos");
        assertThat(title).isFocused();
        assertThat(button(page, "Save")).isInViewport();

        for (var tabs = 0; tabs < 30; tabs++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(HIDDEN_BEHIND_THE_BUTTONS)).isEqualTo(false);
        }
    }

    @Test
    @DisplayName("a task opened by a link is first shown in the browser's time zone, and keeps its time")
    void showsALinkedTaskInTheZoneOfTheBrowser() {
        page = newPersonElsewhere();
        signInAlone();
        addTask(page, "Feed the cat tomorrow 8:00", "Feed the cat");
        var link = page.locator("a.title").getAttribute("href");

        forgetTheZone();
        page.navigate(pair.webapp() + link);
        assertThat(page.locator("#time-rule")).hasText("Time zone: " + ELSEWHERE);
        assertThat(page.getByLabel("Time").first()).hasValue("08:00");
        page.getByLabel("Title").fill("Feed both cats");
        button(page, "Save").click();

        assertThat(task(page, "Feed both cats").locator(".due")).hasText("Tomorrow 08:00");
    }

    @Test
    @DisplayName("what was typed before the browser's zone was known stays, in the zone that the page showed")
    void readsATimeAsItsPageHasShownIt() {
        page = newPersonElsewhere();
        signInAlone();
        addTask(page, "Feed the cat tomorrow 8:00", "Feed the cat");
        addTask(page, "Call Ada tomorrow 8:00", "Call Ada");
        var link = task(page, "Feed the cat").locator("a.title").getAttribute("href");
        var other = task(page, "Call Ada").locator("a.title").getAttribute("href");

        forgetTheZone();
        typeBeforeTheZoneIsKnown(link, () -> page.getByLabel("Title").fill("Feed both cats"));
        assertThat(page.getByLabel("Title")).hasValue("Feed both cats");
        button(page, "Save").click();
        assertThat(task(page, "Feed both cats").locator(".due")).hasText("Tomorrow 08:00");

        forgetTheZone();
        typeBeforeTheZoneIsKnown(other, () -> page.getByLabel("Time").first().fill("22:30"));
        assertThat(page.locator("#time-rule")).hasText("Time zone: UTC");
        button(page, "Save").click();
        var elsewhere = LocalDate.EPOCH.atTime(22, 30).atZone(ZoneOffset.UTC).withZoneSameInstant(ELSEWHERE);
        assertThat(task(page, "Call Ada").locator(".due")).hasText("Tomorrow " + elsewhere.toLocalTime());
    }

    @Test
    @DisplayName("today follows the browser's time zone from the first page on")
    void tellsDaysByTheZoneOfTheBrowser() {
        // A zone whose date differs from the one in UTC, with no midnight soon.
        var elsewhere =
                Instant.now().atZone(ZoneOffset.UTC).getHour() < 10 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
        page = newPerson(new NewContextOptions().setTimezoneId(elsewhere));
        signInAlone();
        addTask(page, "Pack tomorrow", "Pack");
        addTask(page, "Rest today", "Rest");

        forgetTheZone();
        page.navigate(pair.webapp() + "/tasks?view=upcoming");
        assertThat(task(page, "Pack").locator(".due")).hasText("Tomorrow");
        forgetTheZone();
        page.navigate(pair.webapp() + "/tasks?view=today");
        assertThat(task(page, "Rest").locator(".due")).hasText("Today");
        assertThat(page.locator("#rows > .task")).hasCount(1);
    }

    @Test
    @DisplayName(
            "changing a title from another time zone leaves the due time alone, and with it the zone of its repeats")
    void leavesTheClockOfARepeatingTaskAlone() {
        var user = newUser();
        page = newPerson(new NewContextOptions().setTimezoneId("Europe/Berlin"));
        signIn(page, user);
        addTask(page, "Water the palms tomorrow 17:00 every week", "Water the palms");
        var traveler = newPerson(new NewContextOptions().setTimezoneId("Asia/Tokyo"));
        signIn(traveler, user);

        rename(traveler, "Water the palms", "Water all palms");

        edit(traveler, "Water all palms");
        traveler.locator(".history summary").click();
        assertThat(traveler.locator(".entries-list > li").first().locator("strong"))
                .hasText(new String[] {"Title"});
    }

    @ParameterizedTest(
            name = "with JavaScript: {0}, a conflict between two windows shows both versions, and the user chooses")
    @ValueSource(booleans = {true, false})
    void showsBothVersionsOfAConflict(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Call the plumber", "Call the plumber", javaScript);
        edit(page, "Call the plumber").fill("Call the plumber at nine");
        inAnotherWindow(other -> rename(other, "Call the plumber", "Call Ms Kranz, the plumber"));

        button(page, "Save").click();

        assertThat(page.locator(".conflict")).containsText("Call Ms Kranz, the plumber");
        assertThat(page.locator(".conflict")).containsText("Call the plumber at nine");
        assertThat(page.getByLabel("Title")).hasValue("Call the plumber at nine");
        look("task-conflict-" + javaScript, javaScript);
        button(page, "Save my version").click();
        assertThat(task(page, "Call the plumber at nine")).isVisible();
    }

    @Test
    @DisplayName(
            "a conflict asks only about fields that both have changed, in the reader's language, and keeps the latest value of all others")
    void asksAboutWhatTwoHaveChanged() {
        page = newPerson(new NewContextOptions().setLocale("de-DE").setTimezoneId("Europe/Berlin"));
        signInAlone();
        page.getByLabel("Neue Aufgabe").fill("Hecke schneiden morgen 17:00 jede Woche #Garten @draußen");
        button(page, "Hinzufügen").click();
        consentUntil(page, task(page, "Hecke schneiden"));
        title("Hecke schneiden").click();
        page.getByLabel("Notizen").fill("Nur vorne");
        page.getByLabel("Fällig am").fill("");
        page.locator("#list").selectOption("Eingang");
        page.locator("#task-priority").selectOption("low");
        page.locator("#repeat").selectOption("");
        inAnotherWindow(other -> {
            task(other, "Hecke schneiden").locator(".title").click();
            other.getByLabel("Titel").fill("Hecke stutzen");
            other.getByLabel("Fällig am").fill("2030-01-31");
            other.locator("#list").selectOption("Garten");
            other.locator("#task-priority").selectOption("high");
            other.locator("#task-tags").fill("draußen, laut");
            other.locator("#repeat").selectOption("other");
            other.locator("#rule").fill("FREQ=MONTHLY;BYDAY=-1FR");
            other.locator("#from").selectOption("completion");
            button(other, "Speichern").click();
            assertThat(note(other, "„Hecke stutzen“ geändert")).isVisible();
        });

        button(page, "Speichern").click();

        assertThat(page.locator(".conflict tbody :is(th, td)")).hasText(new String[] {
            "Fällig am", "31.01.2030", "–",
            "Uhrzeit", "17:00", "–",
            "Priorität", "Hoch", "Niedrig",
            "Wiederholung", "monatlich am letzten Freitag, gezählt ab dem Tag der Erledigung", "–"
        });
        assertThat(page.getByLabel("Titel")).hasValue("Hecke stutzen");
        look("task-conflict-german");
        button(page, "Meine Fassung speichern").click();
        assertThat(note(page, "„Hecke stutzen“ geändert")).isVisible();
        assertThat(task(page, "Hecke stutzen").locator(".due, .repeats")).hasCount(0);
        assertThat(task(page, "Hecke stutzen")).containsText("Niedrig");
        assertThat(task(page, "Hecke stutzen")).containsText("@laut");
        assertThat(task(page, "Hecke stutzen")).not().containsText("Garten");
        title("Hecke stutzen").click();
        assertThat(page.getByLabel("Notizen")).hasValue("Nur vorne");
    }

    @ParameterizedTest(
            name =
                    "with JavaScript: {0}, what was changed in another window stays where somebody changes something else")
    @ValueSource(booleans = {true, false})
    void keepsWhatWasChangedElsewhere(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Paint the shed #Garden", "Paint the shed", javaScript);
        edit(page, "Paint the shed").fill("Paint the old shed");
        page.getByLabel("Notes").fill("In green");
        inAnotherWindow(other -> {
            edit(other, "Paint the shed");
            other.getByLabel("Due date").fill("2030-05-06");
            other.getByLabel("Time").first().fill("08:30");
            other.locator("#list").selectOption("Inbox");
            other.locator("#task-priority").selectOption("high");
            other.getByLabel("Repeats").selectOption("FREQ=YEARLY");
            button(other, "Save").click();
            assertThat(note(other, "“Paint the shed” changed")).isVisible();
        });

        button(page, "Save").click();

        assertThat(note(page, "“Paint the old shed” changed; what was changed elsewhere in the meantime was kept"))
                .isVisible();
        assertThat(page.locator(".conflict")).hasCount(0);
        var row = task(page, "Paint the old shed");
        assertThat(row.locator(".due")).hasText("6 May 2030 08:30");
        assertThat(row).containsText("High");
        assertThat(row).not().containsText("Garden");
        assertThat(row.locator(".repeats")).hasCount(1);
        look("board-merged-" + javaScript, javaScript);
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isVisible();
        assertThat(task(page, "Paint the shed").locator(".due")).hasText("6 May 2030 08:30");
        edit(page, "Paint the shed");
        assertThat(page.getByLabel("Notes")).hasValue("");
    }

    @ParameterizedTest(name = "{0}: who saves a task that was completed or reopened elsewhere meanwhile is told")
    @CsvSource({
        "ENGLISH, it was completed elsewhere, it was reopened elsewhere, It was also completed there",
        "GERMAN_WITHOUT_SCRIPTS, wurde die Aufgabe anderswo erledigt, wurde die Aufgabe anderswo wieder geöffnet, "
                + "Sie wurde dort auch erledigt"
    })
    void tellsThatATaskWasCompletedOrReopenedElsewhere(Way way, String completed, String reopened, String conflict) {
        page = newPerson(way.browser());
        signInAlone();
        page.getByLabel(way.text("task:newTask")).fill("Zaun streichen");
        button(page, way.text("task:add")).click();
        button(page, "Yes").click();
        if (!way.hasScripts()) {
            button(page, way.text("msg:resumeContinue")).click();
        }
        task(page, "Zaun streichen").waitFor();

        title("Zaun streichen").click();
        page.locator("#notes").fill("Grün");
        inAnotherWindow(other -> completeOrReopen(other, "Zaun streichen"));
        button(page, way.text("task:save")).click();
        assertThat(note(page, completed)).isVisible();
        assertThat(title("Zaun streichen")).hasCount(0);

        view(page, way.text("task:view_COMPLETED"));
        title("Zaun streichen").click();
        inAnotherWindow(other -> {
            other.navigate(pair.webapp() + "/tasks?view=completed");
            completeOrReopen(other, "Zaun streichen");
        });
        button(page, way.text("task:save")).click();
        assertThat(note(page, reopened)).isVisible();
        assertThat(page.locator("#undo")).hasCount(0);

        view(page, way.text("task:view_ALL"));
        title("Zaun streichen").click();
        page.locator("#title").fill("Zaun lackieren");
        inAnotherWindow(other -> {
            task(other, "Zaun streichen").locator(".title").click();
            other.locator("#title").fill("Zaun abreißen");
            button(other, way.text("task:save")).click();
            completeOrReopen(other, "Zaun abreißen");
        });
        button(page, way.text("task:save")).click();
        assertThat(page.locator(".conflict")).containsText(conflict);
        look("task-conflict-completed-" + way, way.hasScripts());
        button(page, way.text("task:saveMine")).click();
        assertThat(page.locator(".conflict")).hasCount(0);
        view(page, way.text("task:view_COMPLETED"));
        assertThat(title("Zaun lackieren")).isVisible();
    }

    private static void completeOrReopen(Page other, String title) {
        task(other, title).locator(".check").click();
        assertThat(task(other, title)).hasCount(0);
    }

    @Test
    @DisplayName("a task can be saved after its list was deleted in the meantime")
    void savesATaskWhoseListIsGone() {
        signInAlone();
        addTask(page, "Oil the hinges #Shed", "Oil the hinges");
        edit(page, "Oil the hinges").fill("Oil all hinges");
        inAnotherWindow(other -> {
            view(other, "Shed");
            other.locator(".settings > summary").click();
            other.locator(".settings .sure > summary").click();
            button(other, "Yes, delete list").click();
            assertThat(other.locator(".settings")).hasCount(0);
        });

        button(page, "Save").click();

        assertThat(task(page, "Oil all hinges")).isVisible();
        assertThat(task(page, "Oil all hinges")).not().containsText("Shed");
    }

    @ParameterizedTest(
            name = "with JavaScript: {0}, what the API rejects about a task is explained, and typed text is kept")
    @ValueSource(booleans = {true, false})
    void keepsWhatWasTypedWhereAChangeIsRefused(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Water the plants", "Water the plants", javaScript);
        edit(page, "Water the plants").fill("Water them all");
        page.getByLabel("Repeats").selectOption("other");
        page.locator("#rule").fill("FREQ=HOURLY");
        page.locator("#task-tags").fill("x".repeat(51));
        button(page, "Save").click();

        assertThat(page.locator("#repeat-wrong"))
                .hasText(
                        "Daily, weekly, monthly or yearly, with an interval of at most 1,000, and without times of the day");
        assertThat(page.locator("#tags-wrong")).hasText("Each tag has 1 to 50 characters and no comma");
        assertThat(page.locator("#rule[aria-invalid=true]")).hasValue("FREQ=HOURLY");
        assertThat(page.getByLabel("Title")).hasValue("Water them all");
        look("task-refused-" + javaScript, javaScript);
        page.locator("#rule").fill("FREQ=DAILY;INTERVAL=3");
        page.locator("#task-tags").fill("");
        button(page, "Save").click();
        assertThat(task(page, "Water them all")).isVisible();
    }

    @ParameterizedTest(name = "with JavaScript: {0}, text typed into a task that no longer exists can be copied")
    @ValueSource(booleans = {true, false})
    void showsWhatWasTypedIntoATaskThatIsGone(boolean javaScript) {
        signInAlone(javaScript);
        addFirst("Sell the boat", "Sell the boat", javaScript);
        var address = pair.webapp() + "/tasks/" + id(task(page, "Sell the boat"));
        edit(page, "Sell the boat").fill("Sell the boat to Ada");
        page.getByLabel("Due date").fill("2030-05-06");
        page.locator("#task-tags").fill("sea, money");
        page.getByLabel("Step 1", new Page.GetByLabelOptions().setExact(true)).fill("Clean it");
        inAnotherWindow(other -> {
            delete(other, "Sell the boat");
            view(other, "Trash");
            task(other, "Sell the boat").locator(".actions-of > summary").click();
            task(other, "Sell the boat").locator(".sure > summary").click();
            button(other, "Yes, delete for good").click();
            assertThat(task(other, "Sell the boat")).hasCount(0);
        });

        button(page, "Save").click();

        assertThat(page.getByText("This task was deleted for good")).isVisible();
        assertThat(page.locator("#gone-title")).hasValue("Sell the boat to Ada");
        assertThat(page.locator(".typed")).containsText("6 May 2030");
        assertThat(page.locator(".typed")).containsText("sea, money");
        assertThat(page.locator(".typed")).containsText("Clean it");
        look("task-gone-" + javaScript, javaScript);
        for (var path : List.of(address + "/history", address)) {
            page.navigate(path);
            assertThat(page.locator("h1")).hasText("This task is gone");
        }
        look("error-TASK_GONE", javaScript);
        page.getByRole(AriaRole.MAIN).getByText("To your tasks").click();
        assertThat(page.locator("h1")).hasText("All tasks");
    }

    @Test
    @DisplayName("an error of another task beside the open one is shown in its own row")
    void refusesATaskBesideOneThatIsGone() {
        signInAlone();
        addTask(page, "Sail away");
        addTask(page, "Sell the boat");
        edit(page, "Sell the boat").fill("Sell the boat to Ada");
        inAnotherWindow(other -> {
            delete(other, "Sell the boat");
            view(other, "Trash");
            other.getByText("Empty the trash", new Page.GetByTextOptions().setExact(true))
                    .click();
            button(other, "Yes, empty the trash").click();
            assertThat(task(other, "Sell the boat")).hasCount(0);
        });
        button(page, "Save").click();
        assertThat(page.locator("#gone-title")).isVisible();

        title("Sail away").click();
        page.locator("#task-tags").fill("x".repeat(51));
        button(page, "Save").click();

        assertThat(page.locator("#tags-wrong")).hasText("Each tag has 1 to 50 characters and no comma");
        assertThat(page.locator("#gone-title")).hasValue("Sell the boat to Ada");
        assertThat(page.locator("#task-tags")).hasCount(1);
    }

    @Test
    void keepsTheOtherVersionWhereSomebodyLikesItBetter() {
        signInAlone();
        addTask(page, "Mow the lawn");
        edit(page, "Mow the lawn").fill("Mow it");
        inAnotherWindow(other -> rename(other, "Mow the lawn", "Let the lawn grow"));

        button(page, "Save").click();
        page.getByText("Keep the other version").click();

        assertThat(task(page, "Let the lawn grow")).isVisible();
        assertThat(page.locator(".conflict")).hasCount(0);
    }

    @Test
    @DisplayName("after leaving a conflict for another task, the first one is shown as it is now and can be edited")
    void showsATaskAsItIsNowWhereAConflictIsLeft() {
        signInAlone();
        addTask(page, "Post the parcel");
        addTask(page, "Sweep the yard");
        edit(page, "Sweep the yard").fill("Sweep it");
        inAnotherWindow(other -> rename(other, "Sweep the yard", "Sweep the street"));
        button(page, "Save").click();
        assertThat(page.locator(".conflict")).isVisible();

        page.onceDialog(Dialog::accept);
        task(page, "Post the parcel").locator(".title").click();

        assertThat(page.getByLabel("Title")).hasValue("Post the parcel");
        assertThat(page.locator("#edit")).hasCount(1);
        page.getByLabel("Complete “Sweep the street”").click();
        assertThat(note(page, "“Sweep the street” completed")).isVisible();
    }

    @Test
    void doesNothingToATaskThatWasChangedElsewhereAndSaysSo() {
        signInAlone();
        addTask(page, "Sell the car");
        inAnotherWindow(other -> rename(other, "Sell the car", "Keep the car"));

        page.getByLabel("Complete “Sell the car”").click();

        assertThat(note(page, "“Keep the car” was changed elsewhere")).isVisible();
        assertThat(page.getByLabel("Complete “Keep the car”")).isVisible();
        look("board-changed-elsewhere");
        page.reload();
        assertThat(page.getByLabel("Complete “Keep the car”")).isVisible();
    }

    @Test
    void saysNothingOfAChangeThatWasMadeAlready() {
        signInAlone();
        addTask(page, "Post the letter");
        inAnotherWindow(other -> {
            other.getByLabel("Complete “Post the letter”").click();
            assertThat(note(other, "“Post the letter” completed")).isVisible();
        });

        page.getByLabel("Complete “Post the letter”").click();

        assertThat(task(page, "Post the letter")).hasCount(0);
        assertThat(page.locator(".note")).hasCount(0);
    }

    private void forgetTheZone() {
        // Until zone.js has noticed that its reload helped, it would not reload again.
        page.waitForFunction("sessionStorage.getItem('zone') === null");
        page.context().clearCookies(new ClearCookiesOptions().setName("preference_detected_zone"));
    }

    /** Types before the server knows the browser's time zone, and returns when it does. */
    private void typeBeforeTheZoneIsKnown(String link, Runnable typing) {
        var told = new ArrayList<Route>();
        page.route("**/preferences/zone", told::add);
        page.navigate(pair.webapp() + link);
        page.waitForCondition(() -> !told.isEmpty());
        typing.run();
        page.waitForResponse("**/preferences/zone", told.get(0)::resume).finished();
        page.unroute("**/preferences/zone");
    }

    /** Closes the window afterwards: a covered window is drawn at most once a second. */
    private void inAnotherWindow(Consumer<Page> actions) {
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            actions.accept(other);
        }
    }
}
