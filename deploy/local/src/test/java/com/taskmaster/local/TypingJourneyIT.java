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

/** Input made while a response is pending is kept. */
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
    @DisplayName("typing while a line is being rejected loses neither text, and shows the reason")
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
    @DisplayName("typing a search continues after a space and a pause")
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
    @DisplayName("an action can also be undone while a search ends with a space")
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
    @DisplayName("search text typed while a response is pending is kept, and searched for")
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
    @DisplayName("a task opened while the list is being updated opens after the update, and stays open")
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
    @DisplayName("of several tasks opened while the list is being updated, the last one opens")
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
    @DisplayName("a task opened just before an update of the list opens, even if its form arrives before the update")
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
    @DisplayName("typing the name of a new list continues after a task has been completed")
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
    @DisplayName("typing the name of a new list continues after a task has been added")
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
    @DisplayName(
            "typing the name of a new list also continues on a phone, where the menu covers the tasks, until the list is created")
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
    @DisplayName("what is typed into a task while it is being saved stays there, and can be saved next")
    void keepsWhatIsTypedIntoATaskThatIsSaved() {
        typeOnWhileATaskIsSaved();

        assertThat(page.getByLabel("Title")).hasValue("Post them all");
        assertThat(page.getByLabel("Title")).isFocused();
        page.keyboard().press("Enter");
        assertThat(note(page, "“Post them all” changed")).isVisible();
        assertOrder("Post them all");
        button(page, "Undo").click();
        assertOrder("Post them");
    }

    @Test
    @DisplayName("a task that was saved while somebody typed on can be completed, without what was typed")
    void completesATaskThatWasSavedWhileSomebodyTypedOn() {
        typeOnWhileATaskIsSaved();

        page.onceDialog(Dialog::accept);
        page.locator("#edit .complete").click();

        assertThat(note(page, "“Post them” completed")).isVisible();
    }

    /** The title is saved; the word behind it is not saved yet. */
    private void typeOnWhileATaskIsSaved() {
        signInAlone();
        addTask(page, "Post it");
        edit(page, "Post it").fill("Post them");
        var save = saveSlowly();
        page.keyboard().type(" all");

        save.resume();

        assertThat(note(page, "“Post them” changed")).isVisible();
    }

    @Test
    @DisplayName("what is typed into a task while it is merged with a change made elsewhere does not undo that change")
    void keepsWhatWasChangedElsewhereWhereSomebodyTypesOn() {
        typeOnWhileATaskIsMerged();

        button(page, "Save").click();

        assertThat(page.locator("#edit")).hasCount(0);
        assertThat(task(page, "Post them")).containsText("High");
        edit(page, "Post them");
        assertThat(page.getByLabel("Notes")).hasValue("By noon");
    }

    @Test
    @DisplayName(
            "a task that was merged with a change made elsewhere is shown as it is now when another task is opened")
    void showsATaskAsItIsNowWhereSomebodyHasTypedOn() {
        typeOnWhileATaskIsMerged();

        page.onceDialog(Dialog::accept);
        assertThat(edit(page, "Call Ada")).hasValue("Call Ada");

        assertThat(task(page, "Post them")).containsText("High");
        page.getByLabel("Complete “Post them”").click();
        assertThat(note(page, "“Post them” completed")).isVisible();
    }

    /** The title and the priority were saved in two windows; the notes are not saved yet. */
    private void typeOnWhileATaskIsMerged() {
        signInAlone();
        addTask(page, "Call Ada");
        addTask(page, "Post it");
        edit(page, "Post it").fill("Post them");
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            edit(other, "Post it");
            other.locator("#task-priority").selectOption("high");
            button(other, "Save").click();
            assertThat(note(other, "“Post it” changed")).isVisible();
        }
        var save = saveSlowly();
        page.getByLabel("Notes").fill("By noon");

        save.resume();

        assertThat(note(page, "what was changed elsewhere in the meantime was kept"))
                .isVisible();
        assertThat(page.getByLabel("Notes")).hasValue("By noon");
    }

    @Test
    @DisplayName(
            "what is typed into a task while it is being saved stays even if the task leaves the view; leaving it asks first, and the saved change can be undone")
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
    @DisplayName("what is typed into a task while it is being saved stays if saving is refused, and the page says so")
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
    @DisplayName("what is typed into a task while another one is being completed stays there")
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

    /** Saves with Enter, so that the focus stays in the field. */
    private Route saveSlowly() {
        var held = hold("**/tasks/*");
        page.keyboard().press("Enter");
        return await(held);
    }

    @Test
    @DisplayName("the selection, and the input for its action, survive an action on another task")
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
    @DisplayName("a selected task stays selected while it is open and after it is closed")
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
            "a rejection without a page, as for a form that does not fit into memory, keeps the tasks and the line")
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

    /** Waits for the requests that new content makes at once, after which the page no longer changes. */
    private void awaitRest() {
        assertThat(page.locator("#content [aria-busy]")).hasCount(0);
    }
}
