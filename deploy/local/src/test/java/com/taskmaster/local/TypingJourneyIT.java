package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who types, chooses or selects while an answer is on its way goes on where they were. */
class TypingJourneyIT extends Journey {

    @Test
    void letsPeopleTypeOnWhileATaskIsOnItsWay() {
        signInAlone();
        addTask(page, "Settle in");
        var held = hold("**/tasks");
        page.getByLabel("New task").fill("First");
        page.keyboard().press("Enter");
        var first = await(held);
        page.keyboard().type("Second tomorrow");

        first.resume();

        assertThat(task(page, "First")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("Second tomorrow");
        assertThat(page.locator("#understood")).containsText("Tomorrow");
        page.keyboard().press("Enter");
        assertThat(task(page, "Second")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("");
    }

    @Test
    @DisplayName("who types on while a task is refused loses neither text, and reads why")
    void letsPeopleTypeOnWhileATaskIsRefused() {
        signInAlone();
        addTask(page, "Settle in");
        page.getByLabel("New task").evaluate("field => field.removeAttribute('maxlength')");
        var held = hold("**/tasks");
        page.getByLabel("New task").fill("x".repeat(501));
        page.keyboard().press("Enter");
        var refused = await(held);
        page.keyboard().type("Second");

        refused.resume();

        var reason = page.getByText("Title: At most 500 characters");
        assertThat(reason).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("x".repeat(501) + " Second");
        awaitRest();
        assertThat(reason).isVisible();
    }

    @Test
    @DisplayName("a search goes on behind a blank, after which somebody thought for a moment")
    void searchesForWordAfterWord() {
        signInAlone();
        addTask(page, "Buy milk");
        addTask(page, "Call Anna");
        page.getByLabel("Search").focus();
        page.waitForResponse("**/tasks?*", () -> page.keyboard().type("buy "));
        assertThat(task(page, "Call Anna")).hasCount(0);

        page.keyboard().type("milk");

        assertThat(page).hasURL(Pattern.compile(".*q=buy(%20|\\+)milk.*"));
        assertThat(page.getByLabel("Search")).hasValue("buy milk");
        assertThat(task(page, "Buy milk")).isVisible();
    }

    @Test
    @DisplayName("what was done to a task can be taken back beside a search that ends with a blank, too")
    void keepsTheNoteBesideASearch() {
        signInAlone();
        addTask(page, "Buy milk");
        page.getByLabel("Search").focus();
        page.waitForResponse("**/tasks?*", () -> page.keyboard().type("buy "));
        assertThat(page).hasURL(Pattern.compile(".*q=buy.*"));

        page.getByLabel("Complete “Buy milk”").click();
        assertThat(note(page, "“Buy milk” completed")).isVisible();
        awaitRest();
        button(page, "Undo").click();

        assertThat(title("Buy milk")).isVisible();
    }

    @Test
    @DisplayName("what is typed of a search while its answer is on the way is kept, and searched for")
    void searchesForWhatIsTypedOn() {
        signInAlone();
        addTask(page, "Buy milk");
        addTask(page, "Burn letters");
        var held = hold("**/tasks?*");
        page.getByLabel("Search").focus();
        page.keyboard().type("bu");
        var overtaken = await(held);
        page.keyboard().type("y");

        overtaken.resume();

        assertThat(task(page, "Burn letters")).hasCount(0);
        assertThat(task(page, "Buy milk")).isVisible();
        assertThat(page.getByLabel("Search")).hasValue("buy");
        assertThat(page.getByLabel("Search")).isFocused();
    }

    @Test
    @DisplayName("a task that is opened while others are on their way opens when they have come, and stays")
    void opensATaskWhenTheOthersHaveCome() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Write a letter");
        var completion = hold("**/complete");
        page.getByLabel("Complete “Post it”").click();
        var first = await(completion);
        task(page, "Write a letter").locator(".title").click();

        first.resume();

        assertThat(note(page, "“Post it” completed")).isVisible();
        assertThat(page.getByLabel("Title")).hasValue("Write a letter");
    }

    @Test
    @DisplayName("of several, the last one")
    void opensTheLastOfThoseThatWereAskedFor() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        var held = hold("**/complete");
        page.getByLabel("Complete “one”").click();
        var completion = await(held);
        title("two").click();
        title("three").click();

        completion.resume();

        assertThat(note(page, "“one” completed")).isVisible();
        assertThat(page.getByLabel("Title")).hasValue("three");
        assertThat(page.locator("#edit")).hasCount(1);
    }

    @Test
    @DisplayName("also if it was opened first, and comes earlier")
    void opensATaskThatIsOnItsWayWhenTheOthersHaveCome() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Write a letter");
        var opening = hold("**/tasks/*");
        var completion = hold("**/complete");
        task(page, "Write a letter").locator(".title").click();
        var form = await(opening);
        page.getByLabel("Complete “Post it”").click();
        var rows = await(completion);

        page.waitForResponse(form.request().url(), form::resume);
        rows.resume();

        assertThat(note(page, "“Post it” completed")).isVisible();
        assertThat(page.getByLabel("Title")).hasValue("Write a letter");
    }

    @Test
    @DisplayName("the name of a list goes on being typed where it was begun")
    void keepsTheNameOfAListThatIsBegun() {
        signInAlone();
        addTask(page, "Post it");
        var held = hold("**/complete");
        page.getByLabel("Complete “Post it”").click();
        var completion = await(held);
        page.getByText("New list").click();
        page.locator("#new-list").focus();
        page.keyboard().type("Gar");

        completion.resume();

        assertThat(note(page, "“Post it” completed")).isVisible();
        page.keyboard().type("den");
        page.keyboard().press("Enter");
        assertThat(page.locator("#heading")).hasText("Garden");
        assertThat(page.locator("#new-list")).hasValue("");
    }

    @Test
    @DisplayName("also while a task is added")
    void keepsTheNameOfAListThatIsBegunWhileATaskIsAdded() {
        signInAlone();
        addTask(page, "Settle in");
        var held = hold("**/tasks");
        page.getByLabel("New task").fill("Post it");
        page.keyboard().press("Enter");
        var addition = await(held);
        page.getByText("New list").click();
        page.locator("#new-list").focus();
        page.keyboard().type("Gar");

        addition.resume();

        assertThat(task(page, "Post it")).isVisible();
        page.keyboard().type("den");
        assertThat(page.locator("#new-list")).hasValue("Garden");
    }

    @Test
    @DisplayName("also on a phone, where the views lie above the tasks, until the list is there")
    void keepsTheNameOfAListThatIsBegunOnAPhone() {
        signInAlone();
        page.setViewportSize(360, 740);
        addTask(page, "Post it");
        var held = hold("**/complete");
        page.getByLabel("Complete “Post it”").click();
        var completion = await(held);
        beginAList("Gar");

        completion.resume();

        assertThat(note(page, "“Post it” completed")).isAttached();
        page.keyboard().type("den");
        assertThat(page.locator("#new-list")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#heading")).hasText("Garden");
        assertThat(page.locator("#views")).isHidden();
        beginAList("Garden");
        page.keyboard().press("Enter");
        assertThat(note(page, "Garden")).isAttached();
        assertThat(page.locator("#new-list")).isVisible();
        assertThat(page.locator("#new-list")).hasValue("Garden");
    }

    private void beginAList(String name) {
        button(page, "Menu").click();
        page.getByText("New list").click();
        page.locator("#new-list").focus();
        page.keyboard().type(name);
    }

    @Test
    @DisplayName("what is typed into a task while it is saved stays there, and is saved next")
    void keepsWhatIsTypedIntoATaskThatIsSaved() {
        signInAlone();
        addTask(page, "Post it");
        edit(page, "Post it").fill("Post them");
        var save = saveSlowly();
        page.keyboard().type(" all");

        save.resume();

        assertThat(note(page, "“Post them” changed")).isVisible();
        assertThat(page.getByLabel("Title")).hasValue("Post them all");
        assertThat(page.getByLabel("Title")).isFocused();
        page.keyboard().press("Enter");
        assertThat(note(page, "“Post them all” changed")).isVisible();
        assertOrder("Post them all");
        button(page, "Undo").click();
        assertOrder("Post them");
    }

    @Test
    @DisplayName("where the task leaves the view, too; who does not save it is asked, and can take back what was saved")
    void keepsWhatIsTypedIntoATaskThatLeavesTheView() {
        signInAlone();
        addTask(page, "Sow #Garden", "Sow");
        view(page, "Garden");
        edit(page, "Sow");
        page.locator("#list").selectOption("Inbox");
        page.getByLabel("Title").focus();
        var save = saveSlowly();
        page.keyboard().press("End");
        page.keyboard().type(" again");

        save.resume();

        assertThat(note(page, "“Sow” changed")).isVisible();
        page.onceDialog(Dialog::accept);
        page.getByLabel("Title").press("Escape");
        assertThat(page.locator("#edit")).hasCount(0);
        assertThat(title("Sow")).hasCount(0);
        assertThat(note(page, "“Sow” changed")).isVisible();
        button(page, "Undo").click();
        assertOrder("Sow");
    }

    @Test
    @DisplayName("where it is refused, too, and that is said")
    void keepsWhatIsTypedIntoATaskThatIsRefused() {
        signInAlone();
        addTask(page, "Post it");
        edit(page, "Post it").fill("Post them");
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            rename(other, "Post it", "Burn it");
        }
        var save = saveSlowly();
        page.keyboard().type(" all");

        save.resume();

        assertThat(page.locator("#problem")).containsText("It was changed elsewhere");
        assertThat(page.getByLabel("Title")).hasValue("Post them all");
        page.keyboard().press("Enter");
        assertThat(page.locator(".conflict")).containsText("Burn it");
        assertThat(page.getByLabel("Title")).hasValue("Post them all");
    }

    @Test
    @DisplayName("so does what is typed into a task while another one is completed")
    void keepsWhatIsTypedIntoATaskBesideAnother() {
        signInAlone();
        addTask(page, "Burn letters");
        addTask(page, "Post it");
        assertThat(edit(page, "Post it")).isVisible();
        var held = hold("**/complete");
        page.getByLabel("Complete “Burn letters”").click();
        var completion = await(held);
        page.getByLabel("Title").fill("Post them");

        completion.resume();

        assertThat(note(page, "“Burn letters” completed")).isVisible();
        assertThat(page.getByLabel("Title")).hasValue("Post them");
        button(page, "Save").click();
        assertThat(note(page, "“Post them” changed")).isVisible();
        assertOrder("Post them");
    }

    @Test
    @DisplayName(
            "on a page of its own, a task takes nothing more while it is saved, for the next page would take it away")
    void takesNothingThatWouldBeLost() {
        signInAlone();
        addTask(page, "Write a letter");
        page.navigate(pair.webapp() + title("Write a letter").getAttribute("href"));
        page.evaluate("""
                () => addEventListener("pagehide", () => sessionStorage.setItem("left", document.getElementById("title").value))""");
        page.getByLabel("Title").fill("Write a long letter");
        var saving = saveSlowly();

        page.keyboard().type(" to Ada");
        saving.resume();

        assertThat(note(page, "“Write a long letter” changed")).isVisible();
        assertEquals("Write a long letter", page.evaluate("sessionStorage.getItem('left')"));
    }

    /** By the key, so that somebody goes on in the field. */
    private Route saveSlowly() {
        var held = hold("**/tasks/*");
        page.keyboard().press("Enter");
        return await(held);
    }

    @Test
    @DisplayName("what is selected, and chosen for it, stays so where something is done to another task")
    void keepsWhatIsSelected() {
        signInAlone();
        for (var title : new String[] {"one", "two", "three"}) {
            addTask(page, title);
        }
        page.getByLabel("Select “one”").check();
        page.getByLabel("Select “two”").check();
        page.locator(".more-choices > summary").click();
        page.locator("#selected-due").fill("2030-05-06");

        page.getByLabel("Complete “three”").click();
        assertThat(note(page, "“three” completed")).isVisible();

        assertThat(page.getByLabel("Select “one”")).isChecked();
        assertThat(page.getByLabel("Select “two”")).isChecked();
        assertThat(page.locator(".selected-count")).containsText("(2)");
        assertThat(page.locator("#selected-due")).hasValue("2030-05-06");
        page.locator("#selected [value=complete]").click();
        assertThat(note(page, "2 tasks completed")).isVisible();
        assertThat(page.locator(".task")).hasCount(0);
    }

    @Test
    @DisplayName("a task that is selected stays so while it is open, and when it is closed")
    void keepsATaskSelectedThatIsOpened() {
        signInAlone();
        addTask(page, "one");
        addTask(page, "two");
        page.getByLabel("Select “one”").check();
        page.getByLabel("Select “two”").check();

        edit(page, "one").press("Escape");
        assertThat(page.locator("#edit")).hasCount(0);
        assertThat(page.getByLabel("Select “one”")).isChecked();
        assertThat(page.locator(".selected-count")).containsText("(2)");
        edit(page, "one");
        assertThat(page.locator(".selected-count")).containsText("(2)");
        page.locator("#selected [value=complete]").click();

        assertThat(note(page, "2 tasks completed")).isVisible();
        assertThat(page.locator(".task")).hasCount(0);
    }

    @Test
    @DisplayName(
            "a refusal without a page, as where there is no room for a form, takes neither the tasks nor the line away")
    void staysWhereARefusalHasNoPage() {
        signInAlone();
        addTask(page, "Settle in");
        page.route(
                "**/tasks",
                route -> route.fulfill(
                        new FulfillOptions().setStatus(503).setHeaders(Map.of("Answered-By", "TaskMaster"))));
        page.getByLabel("New task").fill("Send me later");
        page.keyboard().press("Enter");

        assertThat(page.getByText("cannot be reached")).isVisible();
        assertThat(task(page, "Settle in")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("Send me later");
    }

    /** What has come asks at once for what it needs: when that has come, too, the page stays as it is. */
    private void awaitRest() {
        assertThat(page.locator("#content [aria-busy]")).hasCount(0);
    }
}
