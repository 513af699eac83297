package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exporting and importing tasks, with the real API. */
class TransferJourneyIT extends Journey {

    @Test
    void aliceBringsAFileInLooksAtWhatIsRefusedAndUndoesIt() {
        signIn(page, "alice");
        open(page);
        look(page, "transfer");

        choose(page, "tasks.csv", "title,due_date\nBring in the washing,2026-12-24\n,\nBad date,tomorrow\n");
        consentIfAsked(page);
        assertThat(page.getByText("1 task can be imported")).isVisible();
        assertThat(page.getByText("2 entries cannot be imported")).isVisible();
        assertThat(page.locator("tbody tr").nth(1)).containsText("due_date");
        look(page, "transfer-preview");

        button(page, "Import 1 task, skip the rest").click();
        assertThat(page.getByText("1 task was imported")).isVisible();
        look(page, "transfer-report");
        page.navigate(pair.webapp() + "/tasks");
        assertThat(task(page, "Bring in the washing")).isVisible();

        page.goBack();
        button(page, "Undo this import").click();
        assertThat(page.getByText("Undone: 1 task is in the trash")).isVisible();
        look(page, "transfer-undone");
        page.navigate(pair.webapp() + "/tasks");
        assertThat(task(page, "Bring in the washing")).hasCount(0);
    }

    @Test
    void whoBringsAFileInSeesFirstHowItsTasksWereRead() {
        page = newPerson(new NewContextOptions().setTimezoneId("Europe/Berlin"));
        signInAlone();
        open(page);

        choose(
                page,
                "tasks.csv",
                """
                title,list,due_date,due_time,due_zone,priority,tags,checklist,repeat_rule,completed_at
                Water the plants, Garden ,2030-12-25,01:00,Asia/Tokyo,high,"home,green","[x] Soil
                [ ] Pots",FREQ=WEEKLY;BYDAY=MO,
                <b onmouseover=alert(1)>bold</b>,,2030-12-24,,,low,,,,
                مرحبا (1) בעולם,رحلة,,,,,"سفر,עברית",,,2026-02-03T04:05:06Z
                %s,%s,,,,,,,FREQ=DAILY;BYMONTH=1,
                """.formatted("long".repeat(125), "l".repeat(100)) + "Errand,Garden,,,,,,,,\n".repeat(18));
        consentIfAsked(page);
        var first = task(page, "Water the plants");
        assertThat(first).containsText("24 Dec 2030 17:00 (25 Dec 2030 01:00 in Asia/Tokyo)");
        assertThat(first).containsText("Garden (new list)");
        assertThat(first).containsText("every week on Monday");
        assertThat(first).containsText("1 of 2 steps");
        assertThat(task(page, "<b onmouseover=alert(1)>bold</b>")).containsText("Inbox");
        assertThat(task(page, "Errand")).hasCount(16);
        assertThat(page.getByText("and 2 more tasks")).isVisible();
        assertThat(page.getByText("3 new lists")).isVisible();
        look(page, "transfer-preview-tasks");

        button(page, "Import all 22 tasks").click();
        assertThat(page.getByText("22 tasks were imported")).isVisible();
        page.navigate(pair.webapp() + "/tasks");
        assertThat(task(page, "Water the plants")).containsText("24 Dec 2030 17:00");
        assertThat(task(page, "Water the plants")).containsText("High");
    }

    @Test
    void everythingWorksWithoutJavaScript() throws IOException {
        var person = newPersonWithoutJavaScript();
        signIn(person, "bob");
        open(person);
        choose(person, "letter", "[{\"title\": \"Read the letter\"}]");
        consentIfAsked(person);
        assertThat(task(person, "Read the letter")).isVisible();
        button(person, "Import 1 task").click();
        assertThat(person.getByText("1 task was imported")).isVisible();

        open(person);
        assertThat(content(download(person, "JSON"))).contains("Read the letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "iCalendar", "JSON"})
    void whatWasTakenOutCanBeBroughtInAgain(String format) throws IOException {
        signIn(page, "alice");
        addTask(page, "Travel by " + format);
        open(page);

        var file = download(page, format);
        assertThat(file.suggestedFilename()).matches("tasks-\\d{4}-\\d\\d-\\d\\d\\.(csv|ics|json)");
        choose(page, file.suggestedFilename(), content(file));
        page.getByText(Pattern.compile("^Import (all \\d+ tasks|1 task)$")).click();

        assertThat(page.getByText(Pattern.compile("tasks? (was|were) imported")))
                .isVisible();
        button(page, "Undo this import").click();
        assertThat(page.getByText("is in the trash").or(page.getByText("are in the trash")))
                .isVisible();
    }

    @Test
    void manyTasksComeAtOnceAndThePageShowsThatItWorks() {
        signIn(page, "alice");
        addTask(page, "Allowed to write");
        open(page);
        choose(
                page,
                "large.csv",
                IntStream.range(0, 300)
                        .mapToObj(number -> "errand " + number)
                        .collect(Collectors.joining("\n", "title\n", "\n")));

        // Only the event, because Playwright cannot query the page while the form is being sent.
        page.locator("#content form[method=post]").dispatchEvent("submit");
        assertThat(page.locator(".actions + .busy progress")).isVisible();

        page.reload();
        button(page, "Import all 300 tasks").click();
        assertThat(page.getByText("300 tasks were imported")).isVisible();
        button(page, "Undo this import").click();
        assertThat(page.getByText("Undone: 300 tasks are in the trash")).isVisible();
    }

    @Test
    void aFileThatCannotBeTakenIsAnsweredInPlainWords() {
        signIn(page, "alice");
        open(page);

        choose(page, "tasks.csv", "");
        assertThat(page.getByText("This file is empty")).isVisible();
        choose(page, new FilePayload("tasks.csv", "text/csv", new byte[] {'t', 'i', 't', 'l', 'e', '\n', (byte) 0xfc}));
        assertThat(page.getByText("This file is not text in UTF-8")).isVisible();
        look(page, "transfer-trouble");
        choose(page, "tasks.txt", "Dear Sir or Madam");
        assertThat(page.getByText("What format is this file?")).isVisible();
        look(page, "transfer-format");

        var person = newPersonWithoutJavaScript();
        signIn(person, "alice");
        open(person);
        choose(person, new FilePayload("tasks.csv", "text/csv", new byte[18 * 1024 * 1024]));
        assertThat(person.getByText("This file is larger than 16 MB")).isVisible();
    }

    private void open(Page person) {
        person.navigate(pair.webapp() + "/transfer");
    }

    private static void choose(Page person, String name, String content) {
        choose(person, new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void choose(Page person, FilePayload file) {
        person.getByLabel("File").setInputFiles(file);
        button(person, "Check the file").click();
    }

    /** Gives consent if the provider asks for it, before this user's first change. */
    private static void consentIfAsked(Page person) {
        var consent = button(person, "Yes");
        consent.or(person.locator(".facts")).first().waitFor();
        if (consent.isVisible()) {
            consent.click();
        }
    }

    private static Download download(Page person, String format) {
        return person.waitForDownload(
                () -> person.getByText("Download " + format).click());
    }

    private static String content(Download file) throws IOException {
        return Files.readString(file.path());
    }
}
