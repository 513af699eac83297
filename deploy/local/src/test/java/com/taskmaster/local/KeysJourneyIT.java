package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The keyboard shortcuts of the page of tasks, and the keys that they leave to the browser. */
class KeysJourneyIT extends Journey {

    @Test
    @DisplayName("shortcuts also work in capitals, wait a while for a second key, and do nothing behind a dialog")
    void takesKeysAsTheyAreMeant() {
        signInAlone();
        addTask(page, "Read me");
        title("Read me").focus();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("s");
        page.keyboard().press("x");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.getByLabel("Select “Read me”")).not().isChecked();
        assertThat(title("Read me")).isVisible();

        title("Read me").focus();
        page.keyboard().press("S");
        assertThat(page.getByLabel("Select “Read me”")).isChecked();
        page.keyboard().press("g");
        page.keyboard().press("Shift");
        page.keyboard().press("U");
        assertThat(page).hasURL(Pattern.compile(".*view=upcoming"));

        page.clock().install();
        page.keyboard().press("g");
        page.clock().fastForward(5_000);
        page.keyboard().press("n");
        assertThat(page.getByLabel("New task")).isFocused();
    }

    @Test
    @DisplayName("single-character shortcuts do nothing if switched off, and the list of shortcuts says so")
    void switchesOffTheKeysOfOneLetter() {
        signInAlone();
        addTask(page, "Leave me alone");
        page.getByText("Preferences").last().click();
        page.getByLabel("Off").check();
        look("preferences-signed-in");
        button(page, "Save").click();
        title("Leave me alone").focus();
        var changes = new ArrayList<String>();
        page.onRequest(request -> changes.add(request.method()));

        page.keyboard().type("x#?nj/");
        page.keyboard().press("g");
        page.keyboard().press("t");

        assertThat(title("Leave me alone")).isFocused();
        assertThat(page.locator("#keys")).isHidden();
        page.locator(".keys-button").click();
        assertThat(page.locator("#keys")).containsText("Single-key shortcuts are off");
        page.locator("#keys").getByLabel("Close").click();
        assertThat(page.locator("#keys")).isHidden();
        assertThat(changes).isEmpty();
    }

    @Test
    void putsTasksInOrderByKeyboard() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        assertOrder("one", "two", "three");

        title("three").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertIsMoved("one", "three", "two");
        page.keyboard().press("Alt+ArrowUp");
        assertIsMoved("three", "one", "two");
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("Alt+ArrowDown");
        assertIsMoved("one", "three", "two");
        page.keyboard().press("Alt+ArrowDown");
        assertIsMoved("one", "two", "three");
        page.reload();
        assertOrder("one", "two", "three");
    }

    @Test
    @DisplayName("a key pressed the moment the tasks have been loaded works on them")
    void takesTheKeyThatIsPressedAtOnce() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        title("three").focus();
        page.evaluate("""
                new MutationObserver((changes, observer) => {
                  observer.disconnect();
                  document.activeElement.dispatchEvent(
                      new KeyboardEvent("keydown", {key: "ArrowUp", altKey: true, bubbles: true}));
                }).observe(document.getElementById("board"), {childList: true})""");

        page.keyboard().press("Alt+ArrowUp");

        assertIsMoved("three", "one", "two");
    }

    /** Waits for the focus to return, so that the next key works on the same task. */
    private void assertIsMoved(String... titles) {
        assertOrder(titles);
        assertThat(title("three")).isFocused();
    }

    @Test
    @DisplayName("a held key acts on one task only, except for the keys that move between tasks")
    void takesAHeldKeyOnce() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.url()));
        title("one").focus();
        page.keyboard().down("x");
        assertThat(note(page, "“one” completed")).isVisible();
        assertThat(title("two")).isFocused();
        page.keyboard().down("x");
        page.keyboard().up("x");
        assertThat(sent).filteredOn(address -> address.endsWith("/complete")).hasSize(1);

        title("two").focus();
        page.keyboard().down("k");
        page.keyboard().up("k");
        assertThat(title("two")).isFocused();
        page.keyboard().down("j");
        page.keyboard().down("j");
        page.keyboard().up("j");
        assertThat(title("three")).isFocused();
    }

    @Test
    @DisplayName("the key that deletes a task may need AltGr or Option; with Ctrl alone it is left to the browser")
    void takesSignsOfEveryKeyboard() {
        signInAlone();
        for (var title : new String[] {"three", "two", "one"}) {
            addTask(page, title);
        }
        title("one").focus();
        assertThat(isTaken("#", "ctrlKey: true")).isFalse();
        assertThat(isTaken("x", "altKey: true")).isFalse();
        assertThat(isTaken("#", "ctrlKey: true, altKey: true, modifierAltGraph: true"))
                .isTrue();
        assertThat(note(page, "“one” is in the trash")).isVisible();
        assertThat(isTaken("#", "altKey: true")).isTrue();
        assertThat(note(page, "“two” is in the trash")).isVisible();
        assertOrder("three");
    }

    @Test
    @DisplayName("Escape that closes an input method's list of Chinese or Japanese words closes nothing else")
    void leavesTheKeysOfAnInputMethodAlone() {
        signInAlone();
        addTask(page, "Write a letter");
        edit(page, "Write a letter").focus();

        assertThat(isTaken("Escape", "isComposing: true")).isFalse();
        assertThat(isTaken("Escape", "isComposing: false")).isTrue();
        assertThat(page.locator("#edit")).hasCount(0);
    }

    /** Simulates a key of another keyboard layout or input method; returns whether the page handled it. */
    private boolean isTaken(String key, String more) {
        return (boolean) page.evaluate("!document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '"
                + key + "', bubbles: true, cancelable: true, " + more + "}))");
    }

    @Test
    @DisplayName("a task can be opened in a new tab like any link")
    void opensATaskInATabOfItsOwn() {
        signInAlone();
        addTask(page, "Write a letter");

        var tab = page.context().waitForPage(() -> title("Write a letter")
                .click(new ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));

        assertThat(tab.getByLabel("Title")).hasValue("Write a letter");
        assertThat(page.locator("#edit")).hasCount(0);
    }
}
