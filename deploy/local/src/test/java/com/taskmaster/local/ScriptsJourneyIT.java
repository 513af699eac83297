package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the page of tasks: quick clicks, slow responses, no connection, drag and drop, touch. */
class ScriptsJourneyIT extends Journey {

    @Test
    @DisplayName("the response to a click is not shown if another click followed")
    void showsTheAnswerToTheLastClick() {
        signInAlone();
        var held = hold("**/tasks?view=upcoming");
        page.locator("[data-view=upcoming]").click();
        var overtaken = await(held);
        view(page, "Today");

        page.waitForResponse("**/tasks?view=upcoming", overtaken::resume);

        assertThat(page.locator("#heading")).hasText("Today");
        assertThat(page).hasTitle(Pattern.compile("Today.*"));
        assertThat(page).hasURL(Pattern.compile(".*view=today"));
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    @Test
    @DisplayName("before another sign-in, the page says so, and prevents input that would be lost")
    void saysThatItLeadsToTheSignIn() {
        signInAlone();
        page.evaluate("""
                () => addEventListener("pagehide", () => sessionStorage.setItem("left",
                    `${document.getElementById("board").inert} ${document.getElementById("problem").textContent}`))""");

        addFirst("Swim", "Swim", true);

        assertThat(page.evaluate("sessionStorage.getItem('left')"))
                .isEqualTo("true One moment: you have to sign in before this can be done. It is done afterwards.");
    }

    @Test
    @DisplayName("a slow response is announced, and a second click sends nothing")
    void saysThatItIsWorkingAndSendsOnce() {
        signInAlone();
        addTask(page, "Be patient");
        var held = hold("**/complete");
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.url()));
        page.getByLabel("Complete “Be patient”").click();
        var answer = await(held);

        assertThat(page.locator("main[aria-busy=true]")).isVisible();
        assertThat(page.locator("#announcer")).hasText("Working on it");
        screenshot(page, "board-busy");
        page.getByLabel("Complete “Be patient”").click();
        page.getByLabel("Complete “Be patient”").press("Enter");
        answer.resume();

        assertThat(note(page, "“Be patient” completed")).isVisible();
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(page.locator("#announcer")).hasText("“Be patient” completed");
        assertThat(sent).filteredOn(address -> address.endsWith("/complete")).hasSize(1);
    }

    @Test
    @DisplayName("without a connection the page says so, keeps the typed text, and can send it later")
    void keepsWhatCannotBeSent() {
        signInAlone();
        addTask(page, "Settle in");
        page.context().setOffline(true);
        page.getByLabel("New task").fill("Send me later");
        page.keyboard().press("Enter");

        assertThat(page.getByText("cannot be reached")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("Send me later");
        screenshot(page, "board-unreachable");

        page.context().setOffline(false);
        button(page, "Add task").click();
        assertThat(task(page, "Send me later")).isVisible();
        assertThat(page.getByText("cannot be reached")).hasCount(0);
    }

    @ParameterizedTest(name = "a page of a gateway with status {0} does not replace the tasks")
    @ValueSource(ints = {502, 200})
    void keepsThePageWhereAGatewayAnswers(int status) {
        signInAlone();
        addTask(page, "Settle in");
        answerAsAGateway("**/tasks", status);
        page.getByLabel("New task").fill("Send me later");
        page.keyboard().press("Enter");

        assertThat(page.getByText("cannot be reached")).isVisible();
        assertThat(task(page, "Settle in")).isVisible();
        assertThat(page.getByLabel("New task")).hasValue("Send me later");
    }

    @Test
    @DisplayName("nor does it replace anything else: an opened task, the preview of a line, more tasks, a history")
    void swapsInNothingOfAGateway() {
        signInAlone();
        bringIn("title\n" + "Errand\n".repeat(60));
        page.navigate(pair.webapp() + "/tasks");
        page.waitForLoadState();
        answerAsAGateway("**/tasks?cursor=*", 502);
        page.locator("#more").scrollIntoViewIfNeeded();
        assertGatewayIsNotShown();
        page.locator("#more a").click();
        assertThat(page.locator(".task")).hasCount(60);

        answerAsAGateway("**/tasks/*", 502);
        page.locator(".title").first().click();
        assertGatewayIsNotShown();
        page.locator(".title").first().click();
        assertThat(page.locator("#edit")).isVisible();
        assertThat(unreachable()).hasCount(0);

        answerAsAGateway("**/history*", 200);
        page.locator(".history summary").click();
        assertGatewayIsNotShown();
        page.locator(".history summary").click();
        page.locator(".history summary").click();
        assertThat(page.locator(".entries-list")).isVisible();
        page.getByLabel("Title").press("Escape");
        assertThat(page.locator("#edit")).hasCount(0);

        answerAsAGateway("**/tasks/preview*", 502);
        page.getByLabel("New task").fill("Tomorrow");
        assertGatewayIsNotShown();
        page.getByLabel("New task").fill("Rest tomorrow");
        assertThat(page.locator("#understood")).containsText("Rest");

        answerAsAGateway("**/tasks?view=today", 200);
        page.locator("[data-view=today]").click();
        assertGatewayIsNotShown();
        assertThat(page.locator(".task")).hasCount(60);
        look("board-gateway");
        button(page, "Close").click();
        assertThat(unreachable()).hasCount(0);
    }

    private void answerAsAGateway(String address, int status) {
        page.route(
                address,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(status)
                        .setContentType("text/html")
                        .setBody("<h1>Bad gateway</h1>")),
                new RouteOptions().setTimes(1));
    }

    private void assertGatewayIsNotShown() {
        assertThat(unreachable()).isVisible();
        assertThat(page.getByText("Bad gateway")).hasCount(0);
    }

    private Locator unreachable() {
        return page.getByText("cannot be reached");
    }

    @Test
    @DisplayName("leaving an open task with unsaved text asks first")
    void asksBeforeWhatWasTypedIsLeft() {
        signInAlone();
        addTask(page, "Write a letter");
        addTask(page, "Post it");
        edit(page, "Write a letter").fill("Write a long letter");

        page.onceDialog(Dialog::dismiss);
        page.locator("[data-view=today]").click();
        assertThat(page.getByLabel("Title")).hasValue("Write a long letter");

        page.onceDialog(Dialog::dismiss);
        page.getByLabel("Title").press("Escape");
        assertThat(page.getByLabel("Title")).hasValue("Write a long letter");

        page.onceDialog(Dialog::accept);
        task(page, "Post it").locator(".title").click();
        assertThat(page.getByLabel("Title")).hasValue("Post it");
        assertThat(page.locator("#edit")).hasCount(1);
        assertThat(title("Write a letter")).isVisible();

        view(page, "Today");
    }

    @Test
    @DisplayName("leaving an open task asks first, even if the text was typed the moment the task opened")
    void asksBeforeWhatWasTypedAtOnceIsLeft() {
        signInAlone();
        addTask(page, "Write a letter");
        page.evaluate("""
                new MutationObserver((changes, observer) => {
                  const title = document.querySelector("#edit #title");
                  if (title) {
                    observer.disconnect();
                    title.value = "Typed at once";
                  }
                }).observe(document.body, {childList: true, subtree: true})""");
        assertThat(edit(page, "Write a letter")).hasValue("Typed at once");

        refuseToLeave(() -> page.locator("[data-view=today]").click());
        assertThat(page.getByLabel("Title")).hasValue("Typed at once");
    }

    @Test
    @DisplayName("leaving an open task asks first, even if its text was sent but not saved")
    void asksBeforeWhatCouldNotBeSavedIsLeft() {
        signInAlone();
        addTask(page, "Write a letter");
        edit(page, "Write a letter").fill("Write a long letter");
        answerAsAGateway("**/tasks/*", 503);
        button(page, "Save").click();
        assertThat(unreachable()).isVisible();

        refuseToLeave(() -> page.locator("[data-view=today]").click());
        assertThat(page.getByLabel("Title")).hasValue("Write a long letter");
    }

    @Test
    @DisplayName("leaving unsaved text in a task that was changed elsewhere asks once, and the next task opens")
    void asksOnceBeforeATaskThatWasChangedElsewhereIsLeft() {
        signInAlone();
        addTask(page, "Write a letter");
        addTask(page, "Post it");
        var elsewhere = page.context().newPage();
        elsewhere.navigate(pair.webapp() + "/tasks");
        rename(elsewhere, "Write a letter", "Write a card");
        edit(page, "Write a letter").fill("Write a long letter");
        var questions = new ArrayList<String>();
        page.onDialog(dialog -> {
            questions.add(dialog.message());
            dialog.accept();
        });

        task(page, "Post it").locator(".title").click();

        assertThat(page.getByLabel("Title")).hasValue("Post it");
        assertThat(title("Write a card")).isVisible();
        assertThat(questions).hasSize(1);
    }

    /** Waits for the question whether to leave unsaved text, and declines. */
    private void refuseToLeave(Runnable action) {
        var asked = new CompletableFuture<Void>();
        page.onceDialog(dialog -> {
            dialog.dismiss();
            asked.complete(null);
        });
        action.run();
        page.waitForCondition(asked::isDone);
    }

    @Test
    @DisplayName("whoever is asked before leaving, and stays, can still send everything")
    void sendsAfterSomebodyStayed() {
        signInAlone();
        addTask(page, "Write a letter");
        edit(page, "Write a letter").fill("Write a long letter");
        page.onceDialog(Dialog::dismiss);
        button(page, "Sign out").click();
        assertThat(page.locator("[aria-busy]")).hasCount(0);

        button(page, "Save").click();
        assertThat(task(page, "Write a long letter")).isVisible();
        button(page, "Sign out").click();
        assertThat(page.getByText("Sign in").first()).isVisible();
    }

    @Test
    @DisplayName("after the next page was stopped, the text can be sent again, and leaving asks first")
    void sendsAgainAfterAPageWasStopped() {
        signInAlone();
        addTask(page, "Write a letter");
        page.navigate(pair.webapp() + title("Write a letter").getAttribute("href"));
        page.getByLabel("Title").fill("Write a long letter");
        page.evaluate("""
                () => {
                  window.sent = 0;
                  addEventListener("submit", (event) => {
                    event.preventDefault(); // the stopped page must not load either
                    window.sent += 1;
                  });
                }""");
        var save = middle(button(page, "Save"));
        button(page, "Save").click();
        page.mouse().click(save.x, save.y);
        assertThat(page.evaluate("window.sent")).isEqualTo(1);
        screenshot(page, "task-page-saving");

        page.keyboard().press("Escape");

        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(button(page, "Save")).isFocused();
        refuseToLeave(() -> page.getByText("Preferences").last().click());
        button(page, "Save").click();
        assertThat(page.evaluate("window.sent")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "a task on its own page can be edited while it is saved where the browser would not tell of a stopped page")
    void takesMoreWhereABrowserTellsNothingOfStoppedPages() {
        page.addInitScript("Object.defineProperty(window, 'navigation', { value: undefined })");
        signInAlone();
        addTask(page, "Write a letter");
        page.navigate(pair.webapp() + title("Write a letter").getAttribute("href"));
        page.evaluate("() => addEventListener('submit', (event) => event.preventDefault())");
        button(page, "Save").click();

        page.getByLabel("Title").click();
        page.keyboard().press("End");
        page.keyboard().type(" to Ada");

        assertThat(page.getByLabel("Title")).hasValue("Write a letter to Ada");
    }

    @Test
    @DisplayName("links in a task's notes work, including those to pages of this application")
    void followsTheLinksOfNotes() {
        signInAlone();
        addTask(page, "Write a letter");
        addTask(page, "Read this");
        var letter = pair.webapp() + title("Write a letter").getAttribute("href");
        edit(page, "Read this");
        page.getByLabel("Notes").fill("Before: " + letter);
        button(page, "Save").click();
        assertThat(page.locator("#edit")).hasCount(0);
        edit(page, "Read this");

        page.locator(".notes a").click();

        assertThat(page.getByLabel("Title")).hasValue("Write a letter");
        assertThat(page).hasURL(letter);
    }

    @Test
    @DisplayName("right-to-left text keeps its direction, whatever surrounds it")
    void runsInTheDirectionOfWhatIsWritten() {
        signInAlone();
        addTask(page, "קנה חלב!");

        assertThat(title("קנה חלב!")).hasCSS("unicode-bidi", "plaintext");
        assertThat(edit(page, "קנה חלב!")).hasCSS("unicode-bidi", "plaintext");
    }

    @Test
    void putsTasksInOrderByDrag() {
        signInAlone();
        for (var title : List.of("three", "two", "one")) {
            addTask(page, title);
        }
        task(page, "three").dragTo(task(page, "one"));
        awaitVersion("three", 1);
        assertOrder("three", "one", "two");
        task(page, "three").dragTo(task(page, "two"));
        awaitVersion("three", 2);
        assertOrder("one", "two", "three");
        page.reload();
        assertOrder("one", "two", "three");
    }

    @Test
    @DisplayName("lists are reordered by dragging, like tasks, whatever view is shown")
    void putsListsInOrderByDrag() {
        signInAlone();
        addTask(page, "Sow #Garden @spring", "Sow");
        addTask(page, "Cook #Kitchen", "Cook");
        view(page, "@spring");
        assertThat(lists()).hasText(new String[] {"Inbox", "Garden", "Kitchen"});

        list("Kitchen").dragTo(list("Inbox"));
        assertThat(note(page, "Moved")).isVisible();
        assertThat(lists()).hasText(new String[] {"Kitchen", "Inbox", "Garden"});
        assertThat(page.locator("#heading")).hasText("@spring");
        view(page, "Garden");
        list("Kitchen").dragTo(list("Inbox"));
        assertThat(note(page, "Moved")).isVisible();
        assertThat(page.locator(".settings[open]")).hasCount(0);
        list("Garden").dragTo(list("Kitchen"));
        assertThat(page.locator("[id^=list-][data-version='1']")).hasCount(1);
        page.reload();

        assertThat(lists()).hasText(new String[] {"Inbox", "Garden", "Kitchen"});
    }

    private Locator lists() {
        return page.locator("[aria-labelledby=lists] a > span:first-child");
    }

    private Locator list(String name) {
        return page.locator("[aria-labelledby=lists] li").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    @DisplayName("a dragged task returns to its place if the user declines to leave unsaved text for it")
    void putsBackWhatIsNotMoved() {
        signInAlone();
        for (var title : List.of("three", "two", "one")) {
            addTask(page, title);
        }
        edit(page, "three").fill("three and a half");
        refuseToLeave(() -> title("two").dragTo(title("one")));

        assertThat(page.locator("#rows > .task").first()).containsText("one");
        assertThat(page.getByLabel("Title")).hasValue("three and a half");
    }

    @Test
    @DisplayName("an open task cannot be dragged by its edge")
    void leavesAnOpenTaskInItsPlace() {
        signInAlone();
        for (var title : List.of("three", "two", "one")) {
            addTask(page, title);
        }
        edit(page, "one");

        page.locator(".task:has(#edit)")
                .dragTo(task(page, "three"), new Locator.DragToOptions().setSourcePosition(4, 4));

        assertThat(page.locator("#rows > .task").first().locator("#edit")).hasCount(1);
        page.getByLabel("Title").press("Escape");
        assertOrder("one", "two", "three");
    }

    @Test
    @DisplayName("a task dragged to the top of a later page stays after all tasks of the previous page")
    void putsTasksInOrderOnALaterPage() {
        signInAlone();
        bringIn(IntStream.rangeClosed(1, 53)
                .mapToObj("Errand %d\n"::formatted)
                .collect(Collectors.joining("", "title\n", "")));
        page.navigate(pair.webapp() + "/tasks");
        page.navigate(pair.webapp() + page.locator("#more a").getAttribute("href"));
        assertOrder("Errand 51", "Errand 52", "Errand 53");

        for (var title : List.of("Errand 52", "Errand 53")) {
            task(page, title).dragTo(page.locator("#rows > .task").first());
            awaitVersion(title, 1);
        }

        assertOrder("Errand 53", "Errand 52", "Errand 51");
    }

    @Test
    @DisplayName("a long press on a touch screen lifts a task, so that it can be moved")
    void putsTasksInOrderByTouch() {
        page = newPerson(
                new NewContextOptions().setHasTouch(true).setIsMobile(true).setViewportSize(390, 844));
        signInAlone();
        for (var title : List.of("three", "two", "one")) {
            addTask(page, title);
        }
        var finger = page.context().newCDPSession(page);
        touch(finger, "touchStart", middle(task(page, "three")));
        page.locator(".lifted").waitFor();
        var goal = middle(task(page, "one"));
        touch(finger, "touchMove", middle(task(page, "two")));
        touch(finger, "touchMove", goal);
        touch(finger, "touchMove", new Point(goal.x, goal.y - 4));
        assertThat(page.locator("#rows > .task").first()).hasClass(Pattern.compile(".*dragged.*"));
        touch(finger, "touchEnd", null);

        awaitVersion("three", 1);
        assertOrder("three", "one", "two");
        page.reload();
        assertOrder("three", "one", "two");
    }

    /** The order changes at once, but the version only with the server's response. */
    private void awaitVersion(String title, int version) {
        assertThat(task(page, title).locator("[name=version]")).hasValue(Integer.toString(version));
    }

    private static Point middle(Locator element) {
        var box = element.boundingBox();
        return new Point(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static void touch(CDPSession finger, String type, Point point) {
        var points = new JsonArray();
        if (point != null) {
            var where = new JsonObject();
            where.addProperty("x", point.x);
            where.addProperty("y", point.y);
            points.add(where);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    private record Point(double x, double y) {}
}
