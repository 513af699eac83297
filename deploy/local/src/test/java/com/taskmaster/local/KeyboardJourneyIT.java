package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user without a mouse: everything is pressed, filled in and focused with keys alone. */
class KeyboardJourneyIT extends Journey {

    private static final String FIRST = "Learn the keys";
    private static final String SECOND = "Use them";

    private Way way;

    @ParameterizedTest(name = "{0}: everything can be done by keyboard, from sign-in to sign-out")
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void doesEverythingByKeyboard(Way somebodys) {
        way = somebodys;
        page = newPerson(way.browser());
        comeIn();
        add();
        openAndChange();
        completeAndTakeBack();
        changeSeveral();
        goAbout();
        choosePreferences();
        leave();
    }

    private void comeIn() {
        var user = newUser();
        page.navigate(pair.webapp().toString());
        goTo(page.locator("[href='/login']").first());
        press("Enter");
        goTo(page.locator("#username"));
        type(user);
        goTo(page.locator("#password"));
        type(user);
        press("Enter");
        goTo(button(page, "Yes"));
        press("Enter");
        page.locator("#board").waitFor();
        page.waitForLoadState();
    }

    private void add() {
        press("n");
        type(FIRST);
        press("Enter");
        goTo(button(page, "Yes"));
        press("Enter");
        task(page, FIRST).waitFor();
        page.waitForLoadState();
        press("n");
        type(SECOND);
        press("Enter");
        task(page, SECOND).waitFor();
        assertThat(page.getByLabel(way.text("task:newTask"))).isFocused();
        press("Tab");
    }

    private void openAndChange() {
        press("j");
        assertThat(title(SECOND)).isFocused();
        press("j");
        assertThat(title(FIRST)).isFocused();
        press("e");
        awaitTheForm();
        press("Escape");
        assertThat(page.getByLabel(way.text("task:title"))).hasCount(0);
        assertThat(title(FIRST)).isFocused();

        press("Enter");
        awaitTheForm();
        press("End");
        type(" by heart");
        goTo(page.locator("#task-priority"));
        press("Home");
        press("Enter");
        goTo(button(page, way.text("task:save")));
        press("Enter");
        assertThat(title(FIRST + " by heart")).isFocused();
        assertThat(task(page, FIRST).locator(".priority")).hasText(way.text("task:priorityOf_HIGH"));

        press("Alt+ArrowUp");
        assertThat(page.locator("#rows > .task .title")).hasText(new String[] {FIRST + " by heart", SECOND});
        assertThat(title(FIRST)).isFocused();
    }

    private void completeAndTakeBack() {
        press("x");
        assertThat(task(page, FIRST)).hasCount(0);
        assertThat(page.locator("#announcer"))
                .hasText(page.locator(".note p").textContent().strip());
        assertThat(title(SECOND)).isFocused();
        press("u");
        assertThat(task(page, FIRST)).isVisible();
        press("?");
        assertThat(page.locator("#keys")).isVisible();
        look("board-keys-" + way);
        press("Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    private void changeSeveral() {
        goTo(title(FIRST));
        press("s");
        press("j");
        press("s");
        goTo(page.locator(".more-choices > summary"));
        press("Enter");
        goTo(page.locator("#selected-tag"));
        type("practice");
        press("Enter");
        assertThat(page.locator("#rows .meta").getByText("@practice")).hasCount(2);

        goTo(title(SECOND));
        press("#");
        assertThat(task(page, SECOND)).hasCount(0);
        goTo(page.locator("#undo"));
        press("Enter");
        assertThat(task(page, SECOND)).isVisible();
    }

    private void goAbout() {
        goBy("u", "task:view_UPCOMING");
        goBy("o", "task:view_OVERDUE");
        goBy("t", "task:view_TODAY");
        goBy("a", "task:view_ALL");
        press("/");
        type("heart");
        press("Enter");
        assertThat(page.locator("#rows > .task")).hasCount(1);
        press("Tab");

        goTo(page.locator(".new-list > summary"));
        press("Enter");
        goTo(page.locator("#new-list"));
        type("Music");
        press("Enter");
        assertThat(page.locator("h1")).hasText("Music");
        goTo(page.locator("#views a").filter(new Locator.FilterOptions().setHasText(way.text("task:inbox"))));
        press("Enter");
        assertThat(page.locator("h1")).hasText(way.text("task:inbox"));
        assertThat(page.locator("#rows > .task")).hasCount(2);
    }

    private void choosePreferences() {
        goTo(link("msg:preferencesTitle"));
        press("Enter");
        assertThat(page.locator("h1")).hasText(way.text("msg:preferencesTitle"));
        goTo(page.locator("[name=theme]:checked"));
        press("ArrowDown");
        press("ArrowDown");
        goTo(button(page, way.text("msg:preferencesSave")));
        press("Enter");
        assertThat(page.locator("h1")).hasText(way.text("task:inbox"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private void leave() {
        goTo(page.locator(".who"));
        press("Enter");
        assertThat(page.locator("h1")).hasText(way.text("msg:accountTitle"));
        goTo(button(page, way.text("msg:accountEnd")));
        goTo(button(page, way.text("msg:signOut")));
        press("Enter");
        assertThat(page.getByText(way.text("msg:signedOut"))).isVisible();
    }

    private void awaitTheForm() {
        assertThat(page.getByLabel(way.text("task:title"))).isFocused();
    }

    private void goBy(String key, String view) {
        press("g");
        press(key);
        assertThat(page.locator("h1")).hasText(way.text(view));
        assertThat(page.locator("h1")).isFocused();
    }

    /** Tabs from element to element, around the page at most once. */
    private void goTo(Locator goal) {
        goal.waitFor();
        for (var presses = 0; !(boolean) goal.evaluate("goal => goal === document.activeElement"); presses++) {
            assertThat(presses).as("presses of the tab key").isLessThan(80);
            press("Tab");
        }
    }

    /** New content handles keys a moment after it has the focus; no user is that quick. */
    private void press(String key) {
        assertThat(page.locator(".htmx-settling, .htmx-added")).hasCount(0);
        page.keyboard().press(key);
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private Locator link(String name) {
        return page.locator("footer").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(way.text(name)));
    }
}
