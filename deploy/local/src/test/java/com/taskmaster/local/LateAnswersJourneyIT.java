package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that arrive late, in another order or not at all, while the user has already continued. */
class LateAnswersJourneyIT extends Journey {

    @Test
    @DisplayName("of several titles clicked quickly, the last opens, and every task keeps its row")
    void opensTheLastOfSeveralTasks() {
        signInAlone();
        for (var title : new String[] {"Third", "Second", "First"}) {
            addTask(page, title);
        }
        var held = hold("**/tasks/*");
        title("First").click();
        var first = await(held);
        title("Second").click();
        assertThat(page.getByLabel("Title")).hasValue("Second");

        page.waitForResponse(first.request().url(), first::resume);
        page.getByLabel("Title").fill("Second thoughts");
        page.onceDialog(Dialog::accept);
        title("Third").click();

        assertThat(page.getByLabel("Title")).hasValue("Third");
        assertThat(page.locator("#edit")).hasCount(1);
        assertThat(page.locator("#rows .title")).hasText(new String[] {"First", "Second"});
    }

    @Test
    @DisplayName("a line that could not be sent is put back in the view opened since, and the failure is reported")
    void givesBackALineThatCouldNotBeSent() {
        var add = addAndGoTo("Buy milk", "Today");

        add.abort();

        assertThat(unreachable()).isVisible();
        assertThat(newTask()).hasValue("Buy milk");
        newTask().press("Enter");
        assertThat(title("Buy milk")).isVisible();
        assertThat(unreachable()).hasCount(0);
    }

    @Test
    @DisplayName("a line that could not be sent comes back in the next view that has a line")
    void givesBackALineWhereThereIsOne() {
        var add = addAndGoTo("Buy milk", "Completed");

        add.abort();

        assertThat(unreachable()).isVisible();
        view(page, "All tasks");
        assertThat(newTask()).hasValue("Buy milk");
    }

    @Test
    @DisplayName("a line whose response was lost creates no second task when it is sent again")
    void addsALineOnce() {
        var add = addAndGoTo("Buy milk", "Today");
        add.fetch();

        add.abort();
        assertThat(newTask()).hasValue("Buy milk");
        view(page, "Overdue");
        view(page, "Today");
        assertThat(newTask()).hasValue("Buy milk");
        newTask().press("Enter");

        assertThat(note(page, "It had already been added")).isVisible();
        view(page, "All tasks");
        assertThat(title("Buy milk")).hasCount(1);
    }

    @Test
    @DisplayName("a line that needs another sign-in, or breaks a rule, is put back with the reason")
    void saysWhyALineWasRefused() {
        var add = addAndGoTo("Buy milk", "Today");
        new SessionRows(pair.webappDatabase()).clear();

        add.resume();

        assertThat(problem()).containsText("Please sign in again");
        assertThat(newTask()).hasValue("Buy milk");

        var tooLong = "x".repeat(501);
        var refused = addAndGoTo(tooLong, "Today");

        refused.resume();

        assertThat(problem()).containsText("Title: At most 500 characters");
        assertThat(newTask()).hasValue(tooLong);
    }

    @Test
    @DisplayName("of two lines that need another sign-in, neither is lost")
    void keepsAllThatNeedsASignIn() {
        signInAlone();
        var tasks = hold("**/tasks");
        newTask().fill("Buy milk");
        newTask().press("Enter");
        var task = await(tasks);
        var lists = hold("**/lists");
        page.getByText("New list").click();
        page.locator("#new-list").fill("Garden");
        page.locator("#new-list").press("Enter");
        var list = await(lists);

        page.waitForResponse(task.request().url(), task::resume);
        assertThat(problem()).containsText("you have to sign in before this can be done");
        list.resume();

        assertThat(problem()).containsText("Please sign in again");
        assertThat(newTask()).hasValue("Buy milk");
        assertThat(page.locator("#new-list")).hasValue("Garden");
        newTask().press("Enter");
        consentUntil(page, title("Buy milk"));
    }

    @Test
    @DisplayName("if saving a task needs another sign-in, the page is left without asking, because the form is stored")
    void asksNothingOnTheWayToASignIn() {
        var user = newUser();
        signIn(page, user);
        addTask(page, "Post it");
        page.context().clearCookies();
        signIn(page, user);
        var questions = new ArrayList<String>();
        page.onDialog(dialog -> {
            questions.add(dialog.type());
            dialog.accept();
        });

        edit(page, "Post it");
        page.getByLabel("Title").fill("Post them");
        button(page, "Save").click();

        assertThat(title("Post them")).isVisible();
        assertEquals(List.of(), questions);
    }

    @Test
    @DisplayName("requests that wait for a task to be saved are not lost if saving needs another sign-in")
    void keepsWhatWaitsForATaskThatNeedsASignIn() {
        signInAlone();
        addTask(page, "Post it");
        edit(page, "Post it");
        page.getByLabel("Title").fill("Post them");
        var held = hold("**/tasks/*");
        button(page, "Save").click();
        var save = await(held);
        newTask().fill("Buy milk");
        newTask().press("Enter");
        new SessionRows(pair.webappDatabase()).clear();

        page.onceDialog(Dialog::dismiss);
        save.resume();

        assertThat(problem()).containsText("Please sign in again");
        assertThat(page.getByLabel("Title")).hasValue("Post them");
        assertThat(newTask()).hasValue("Buy milk");
    }

    /** As a new user. */
    private Route addAndGoTo(String line, String view) {
        signInAlone();
        addTask(page, "Settle in");
        newTask().evaluate("field => field.removeAttribute('maxlength')");
        var held = hold("**/tasks");
        newTask().fill(line);
        newTask().press("Enter");
        var add = await(held);
        view(page, view);
        return add;
    }

    @Test
    @DisplayName("a click while a task is being saved takes effect afterwards")
    void waitsForATaskThatIsSaved() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Write a letter");
        var save = saveSlowly("Write a letter", "Write a card");
        complete("Post it");

        save.resume();

        assertThat(note(page, "“Post it” completed")).isVisible();
        assertThat(title("Write a card")).isVisible();
        assertThat(page.locator("#edit")).hasCount(0);
    }

    @Test
    @DisplayName("if saving is refused, what was clicked meanwhile does not discard the typed text without a question")
    void keepsATaskThatIsRefusedWhileSomebodyGoesOn() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Write a letter");
        var save = saveSlowly("Write a letter", "Write a card");
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            rename(other, "Write a letter", "Write a book");
        }
        complete("Post it");
        var asked = new CompletableFuture<Void>();
        page.onceDialog(dialog -> {
            dialog.dismiss();
            asked.complete(null);
        });

        save.resume();

        page.waitForCondition(asked::isDone);
        assertThat(page.locator(".conflict")).containsText("Write a book");
        assertThat(page.getByLabel("Title")).hasValue("Write a card");
        assertThat(title("Post it")).isVisible();
        button(page, "Save my version").click();
        assertThat(title("Write a card")).isVisible();
    }

    private Route saveSlowly(String title, String newTitle) {
        edit(page, title).fill(newTitle);
        var held = hold("**/tasks/*");
        button(page, "Save").click();
        return await(held);
    }

    @Test
    @DisplayName("a task added while something else failed is shown, with the messages of both")
    void showsATaskThoughSomethingElseFailed() {
        signInAlone();
        addTask(page, "Settle in");
        var held = hold("**/tasks");
        newTask().fill("Buy milk");
        newTask().press("Enter");
        var add = await(held);
        page.route("**/complete", Route::abort, new RouteOptions().setTimes(1));
        complete("Settle in");
        assertThat(unreachable()).isVisible();

        add.resume();

        assertThat(title("Buy milk")).isVisible();
        assertThat(note(page, "“Buy milk” added")).isVisible();
        assertThat(unreachable()).isVisible();
        newTask().fill("Rest tomorrow");
        assertThat(page.locator("#understood")).containsText("Tomorrow");
        assertThat(unreachable()).isVisible();
        button(page, "Undo").click();
        assertThat(title("Buy milk")).hasCount(0);
    }

    @ParameterizedTest(name = "{0} pixels wide, a failure and the offer to undo do not overlap")
    @ValueSource(ints = {360, 1280})
    void showsAFailureBesideTheNote(int width) {
        signInAlone();
        page.setViewportSize(width, 740);
        addTask(page, "Settle in");
        addTask(page, "Buy milk");
        page.getByLabel("Complete “Settle in”").click();
        assertThat(note(page, "“Settle in” completed")).isVisible();
        page.route("**/complete", Route::abort, new RouteOptions().setTimes(1));
        complete("Buy milk");
        assertThat(unreachable()).isVisible();

        assertApart();
        page.getByLabel("Complete “Buy milk”").press("s");
        page.locator("#undo").focus(); // keeps the notice open
        assertApart();
        look("board-failure-beside-note-" + width);
        page.setViewportSize(width, 740);
        button(page, "Undo").click();
        assertThat(title("Settle in")).isVisible();
    }

    private void assertApart() {
        var failure = page.locator(".problem");
        var note = page.locator(".note");
        assertThat(failure).isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat(note).isInViewport(new IsInViewportOptions().setRatio(1));
        var above = failure.boundingBox();
        var below = note.boundingBox();
        assertTrue(above.y + above.height <= below.y || below.y + below.height <= above.y);
    }

    @Test
    @DisplayName("an action made while another view was loading is shown there and can be undone")
    void showsWhatWasDoneWhileAnotherViewCame() {
        signInAlone();
        addTask(page, "Call Ada today", "Call Ada");
        var completion = completeAndGoToToday();
        assertThat(title("Call Ada")).isVisible();

        completion.resume();

        assertThat(note(page, "“Call Ada” completed")).isVisible();
        assertThat(title("Call Ada")).hasCount(0);
        assertThat(page.locator("#heading")).hasText("Today");
        button(page, "Undo").click();
        assertThat(title("Call Ada")).isVisible();
    }

    @Test
    @DisplayName("what was done while another view came is shown there once an open task is saved and closed")
    void leavesAnOpenTaskWhereItIs() {
        signInAlone();
        addTask(page, "Call Ada today", "Call Ada");
        addTask(page, "Rest today", "Rest");
        var completion = completeAndGoToToday();
        edit(page, "Rest").fill("Rest well");

        page.waitForResponse("**/tasks?*undo=*", completion::resume);
        assertThat(page.locator("main[aria-busy]")).hasCount(0);

        assertThat(page.getByLabel("Title")).hasValue("Rest well");
        button(page, "Save").click();
        assertThat(title("Rest well")).isVisible();
        assertThat(title("Call Ada")).hasCount(0);
    }

    @ParameterizedTest(
            name =
                    "what was done can be undone in the next view, if the response that announces it fails: {0} (false: is overtaken)")
    @ValueSource(booleans = {true, false})
    void offersToTakeBackInTheNextView(boolean fails) {
        signInAlone();
        addTask(page, "Call Ada today", "Call Ada");
        var completion = completeAndGoToToday();
        var held = hold("**/tasks?view=today*undo=*");
        completion.resume();
        var news = await(held);
        if (fails) {
            news.abort();
            assertThat(unreachable()).isVisible();
        }

        view(page, "Upcoming");
        if (!fails) {
            news.resume();
        }

        assertThat(note(page, "“Call Ada” completed")).isVisible();
        assertThat(page.locator("#heading")).hasText("Upcoming");
        button(page, "Undo").click();
        view(page, "Today");
        assertThat(title("Call Ada")).isVisible();
    }

    @Test
    @DisplayName("of two changes, the last can be undone even if the response to the first arrives later")
    void offersToTakeBackTheLastChange() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Call Ada");
        var held = hold("**/complete");
        complete("Post it");
        var first = await(held);
        complete("Call Ada");
        assertThat(note(page, "“Call Ada” completed")).isVisible();

        first.resume();

        assertThat(title("Post it")).hasCount(0);
        assertThat(note(page, "“Call Ada” completed")).isVisible();
        button(page, "Undo").click();
        assertOrder("Call Ada");
    }

    @Test
    @DisplayName("a change can be undone even if the next one was rejected, which is reported")
    void offersToTakeBackWhatWasDoneBeforeARefusal() {
        signInAlone();
        addTask(page, "Post it");
        addTask(page, "Call Ada");
        try (var other = page.context().newPage()) {
            other.navigate(pair.webapp() + "/tasks");
            rename(other, "Call Ada", "Call Eve");
        }
        var first = holdCompletion("Post it");
        var refused = holdCompletion("Call Ada");

        page.waitForResponse("**/tasks?*undo=*", first::resume);
        refused.resume();

        assertThat(problem()).containsText("“Call Eve” was changed elsewhere");
        assertThat(note(page, "“Post it” completed")).isVisible();
        assertOrder("Call Eve");
        button(page, "Undo").click();
        assertThat(title("Post it")).isVisible();
    }

    @Test
    @DisplayName("what was done can be undone though the next change was one that cannot be")
    void offersToTakeBackWhatWasDoneBeforeAMove() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        var first = holdCompletion("one");
        var held = hold("**/move");
        title("two").focus();
        page.keyboard().press("Alt+ArrowDown");
        var move = await(held);

        page.waitForResponse("**/tasks?*undo=*", first::resume);
        move.resume();

        assertOrder("three", "two");
        assertThat(note(page, "“one” completed")).isVisible();
        button(page, "Undo").click();
        assertThat(title("one")).isVisible();
    }

    @ParameterizedTest(
            name = "a requested view is shown though something else fails before its response: {0} (false: after it)")
    @ValueSource(booleans = {true, false})
    void goesToAViewThoughSomethingElseFails(boolean before) {
        signInAlone();
        addTask(page, "Call Ada today", "Call Ada");
        var view = goToTodaySlowly();
        var completion = holdCompletion("Call Ada");

        if (before) {
            completion.abort();
            assertThat(unreachable()).isVisible();
            view.resume();
        } else {
            page.waitForResponse(view.request().url(), view::resume);
            completion.abort();
        }

        assertThat(page.locator("#heading")).hasText("Today");
        assertThat(page).hasTitle(Pattern.compile("Today.*"));
        assertThat(page).hasURL(Pattern.compile(".*view=today"));
        assertThat(unreachable()).isVisible();
        page.goBack();
        assertThat(page.locator("#heading")).hasText("All tasks");
    }

    @Test
    @DisplayName("a requested view is shown though a task is completed meanwhile, which can be undone there")
    void goesToAViewThoughSomethingIsDone() {
        signInAlone();
        addTask(page, "Call Ada today", "Call Ada");
        var view = goToTodaySlowly();
        complete("Call Ada");
        assertThat(note(page, "“Call Ada” completed")).isVisible();

        view.resume();

        assertThat(page.locator("#heading")).hasText("Today");
        assertThat(note(page, "“Call Ada” completed")).isVisible();
        button(page, "Undo").click();
        assertThat(title("Call Ada")).isVisible();
    }

    private Route goToTodaySlowly() {
        var held = hold("**/tasks?view=today");
        page.locator("[data-view=today]").click();
        return await(held);
    }

    private Route holdCompletion(String title) {
        var held = hold("**/complete");
        complete(title);
        return await(held);
    }

    private Route completeAndGoToToday() {
        var completion = holdCompletion("Call Ada");
        view(page, "Today");
        return completion;
    }

    @Test
    @DisplayName("dismissing the note while its change is being undone shows the tasks once")
    void takesBackThoughTheNoteIsPutAway() {
        signInAlone();
        addTask(page, "Post it");
        complete("Post it");
        assertThat(note(page, "“Post it” completed")).isVisible();
        var held = hold("**/undo");
        button(page, "Undo").click();
        var undo = await(held);
        page.locator(".note .close").click();
        assertThat(page.locator(".note")).hasCount(0);

        undo.resume();

        assertThat(title("Post it")).hasCount(1);
        assertThat(page.locator("#board")).hasCount(1);
    }

    private void complete(String title) {
        page.getByLabel("Complete “" + title + "”").click();
    }

    private Locator newTask() {
        return page.getByLabel("New task");
    }

    private Locator problem() {
        return page.locator("#problem");
    }

    private Locator unreachable() {
        return page.getByText("cannot be reached");
    }
}
