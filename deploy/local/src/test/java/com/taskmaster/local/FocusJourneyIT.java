package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The focus, the scroll position and what is announced after each change. */
class FocusJourneyIT extends Journey {

    @Test
    @DisplayName("an action far down the page keeps all rows loaded and focuses the next task")
    void staysFarDown() {
        signInAlone();
        bringInErrands(120);
        page.navigate(pair.webapp() + "/tasks");
        showAll(120);

        title("Errand 110").focus();
        page.keyboard().press("x");
        assertThat(tasks()).hasCount(119);
        assertIsAt("Errand 111");
        page.keyboard().press("u");
        assertThat(note(page, "Undone")).isInViewport();
        assertThat(tasks()).hasCount(120);
        assertIsAt("Errand 111");
        assertThat(title("Errand 110")).isInViewport();

        page.keyboard().press("e");
        page.getByLabel("Title").press("Escape");
        assertIsAt("Errand 111");
        page.keyboard().press("s");
        title("Errand 112").focus();
        page.keyboard().press("s");
        button(page, "Delete").click();
        assertThat(tasks()).hasCount(118);
        assertIsAt("Errand 113");

        title("Errand 120").focus();
        page.keyboard().press("#");
        assertThat(tasks()).hasCount(117);
        assertIsAt("Errand 119");
    }

    @Test
    @DisplayName("without scripts, an action on a later page returns to it, at the next task")
    void staysOnALaterPage() {
        signInAlone(false);
        bringInErrands(120);
        page.navigate(pair.webapp() + "/tasks");
        page.getByText("Show more").click();
        assertThat(tasks().first()).containsText("Errand 51");

        page.getByLabel("Complete “Errand 90”").click();
        assertThat(note(page, "“Errand 90” completed")).isInViewport();
        assertThat(tasks().first()).containsText("Errand 51");
        assertThat(title("Errand 90")).hasCount(0);
        assertThat(title("Errand 91")).isInViewport();
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isInViewport();
        assertThat(title("Errand 90")).isInViewport();

        title("Errand 91").click();
        page.getByLabel("Title").fill("Errand 91, later");
        button(page, "Save").click();
        assertThat(tasks().first()).containsText("Errand 51");
        assertThat(title("Errand 91, later")).isInViewport();
    }

    @Test
    @DisplayName("without scripts, emptying the last page leads to the first one, where that can be undone")
    void leavesAnEmptyPage() {
        signInAlone(false);
        bringInErrands(51);
        page.navigate(pair.webapp() + "/tasks");
        page.getByText("Show more").click();

        page.getByLabel("Complete “Errand 51”").click();

        assertThat(note(page, "“Errand 51” completed")).isVisible();
        assertThat(tasks()).hasCount(50);
        button(page, "Undo").click();
        assertThat(page.getByText("Show more")).isVisible();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("each change focuses the element to continue at, and scrolls it into view")
    void keepsTheFocus(Step step) {
        signInAlone();
        page.setViewportSize(1280, 480);
        bringInErrands(60);
        page.navigate(pair.webapp() + "/tasks");

        step.take(this);

        var goal = step.goal(this);
        assertThat(goal).isFocused();
        assertThat(goal).isInViewport();
    }

    @ParameterizedTest(name = "{0}: search results, additional rows and moves are announced")
    @EnumSource(mode = Mode.MATCH_NONE, names = ".*WITHOUT.*")
    void readsOut(Way way) {
        page = newPerson(way.browser());
        signInAlone();
        page.navigate(pair.webapp() + "/transfer");
        page.getByLabel(way.text("transfer:file")).setInputFiles(fileOfErrands(60));
        button(page, way.text("transfer:look")).click();
        button(page, "Yes").click();
        page.locator(".actions .primary").click();
        button(page, way.text("transfer:undo")).waitFor();
        page.navigate(pair.webapp() + "/tasks");
        var german = way == Way.GERMAN;

        page.locator("#more a").press("Enter");
        assertReadsOut(german ? "10 weitere Aufgaben" : "10 more tasks");
        page.getByRole(AriaRole.SEARCHBOX).fill("errand");
        assertReadsOut(german ? "50 Aufgaben, weitere folgen" : "50 tasks, more follow");
        page.getByRole(AriaRole.SEARCHBOX).fill("errand 7");
        assertReadsOut(german ? "1 Aufgabe" : "1 task");
        page.getByRole(AriaRole.SEARCHBOX).fill("nothing like it");
        assertReadsOut(way.text("task:nothingFound"));

        page.navigate(pair.webapp() + "/tasks");
        title("Errand 2").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertReadsOut(way.text("task:notice_$MOVED"));
    }

    @Test
    @DisplayName("tasks are moved by keyboard across the boundaries of the parts in which they were loaded")
    void movesAcrossParts() {
        signInAlone();
        bringInErrands(120);
        page.navigate(pair.webapp() + "/tasks");

        title("Errand 50").focus();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(tasks().nth(50)).containsText("Errand 50");
        assertIsAt("Errand 50");
        page.keyboard().press("Alt+ArrowDown");
        assertThat(tasks().nth(51)).containsText("Errand 50");
        assertIsAt("Errand 50");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(tasks().nth(50)).containsText("Errand 50");
        assertIsAt("Errand 50");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(tasks().nth(49)).containsText("Errand 50");
        assertIsAt("Errand 50");

        showAll(120);
        for (var place = 101; place > 98; place--) {
            title("Errand 101").focus();
            page.keyboard().press("Alt+ArrowUp");
            assertThat(tasks().nth(place - 2)).containsText("Errand 101");
            assertIsAt("Errand 101");
        }
        page.navigate(pair.webapp() + "/tasks");
        showAll(120);
        assertThat(tasks().nth(49)).containsText("Errand 50");
        assertThat(tasks().nth(97)).containsText("Errand 101");
        assertThat(page.locator("#rows .title").allTextContents()).doesNotHaveDuplicates();
    }

    @Test
    void movesAcrossPagesWithoutScripts() {
        signInAlone(false);
        bringInErrands(110);
        page.navigate(pair.webapp() + "/tasks");
        move("Errand 50", "Move down");
        assertThat(title("Errand 50")).hasCount(0);
        page.getByText("Show more").click();
        assertThat(tasks().first()).containsText("Errand 50");
        move("Errand 50", "Move up");
        page.navigate(pair.webapp() + "/tasks");
        assertThat(tasks().last()).containsText("Errand 50");

        page.getByText("Show more").click();
        page.getByText("Show more").click();
        var first = tasks().first().locator(".title").textContent();
        assertThat(first).isEqualTo("Errand 101");
        move(first, "Move up");
        assertThat(note(page, "Moved")).isVisible();
        assertThat(tasks().first()).containsText("Errand 102");
    }

    private void move(String title, String action) {
        var row = tasks().filter(new Locator.FilterOptions()
                .setHas(page.getByText(title, new Page.GetByTextOptions().setExact(true))));
        row.locator(".actions-of > summary").click();
        row.getByText(action).click();
        note(page, "Moved").waitFor();
    }

    @ParameterizedTest(name = "{0} pixels wide, notices and the preview of a new task do not move the tasks")
    @ValueSource(ints = {360, 1280})
    void keepsTheTasksWhereTheyAre(int width) {
        signInAlone();
        page.setViewportSize(width, 740);
        addFirst("Stay here", "Stay here", true);
        page.getByLabel("New task").fill("And I here @one");
        button(page, "Add task").click();
        task(page, "And I here").waitFor();
        page.navigate(pair.webapp() + "/tasks");
        var place = task(page, "Stay here").boundingBox().y;

        page.getByLabel("New task")
                .pressSequentially("Pay rent for the flat tomorrow 17:00 #Flat @money !high every month");
        assertThat(page.locator("#understood")).containsText("every month");
        assertThat(task(page, "Stay here").boundingBox().y).isEqualTo(place);
        look("board-understood-" + width);
        page.setViewportSize(width, 740);
        page.getByLabel("New task").fill("");
        assertThat(page.locator("#understood dl")).hasCount(0);

        place = page.locator("#rows").boundingBox().y;
        page.getByLabel("Complete “And I here”").click();
        assertThat(note(page, "completed")).isInViewport();
        assertThat(page.locator("#rows").boundingBox().y).isEqualTo(place);
        button(page, "Undo").click();
        assertThat(note(page, "Undone")).isInViewport();
        assertThat(page.locator("#rows").boundingBox().y).isEqualTo(place);

        if (width == 360) {
            page.getByLabel("Select several").check();
        }
        page.getByLabel("Select “Stay here”").check();
        assertThat(overlap(page.locator(".selected"), page.locator(".note"))).isFalse();
    }

    private static boolean overlap(Locator one, Locator other) {
        var above = one.boundingBox();
        var below = other.boundingBox();
        return above.y < below.y + below.height && below.y < above.y + above.height;
    }

    private void bringInErrands(int many) {
        bringIn(new String(fileOfErrands(many).buffer, StandardCharsets.UTF_8));
    }

    private static FilePayload fileOfErrands(int many) {
        var rows = IntStream.rangeClosed(1, many)
                .mapToObj("Errand %d\n"::formatted)
                .collect(Collectors.joining("", "title\n", ""));
        return new FilePayload("tasks.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private void showAll(int many) {
        while (tasks().count() < many) {
            var before = tasks().count();
            page.evaluate("document.getElementById('more')?.scrollIntoView()"); // more tasks replace it
            assertThat(tasks()).not().hasCount(before);
        }
    }

    private Locator tasks() {
        return page.locator("#rows > .task");
    }

    @Override
    protected Locator title(String title) {
        return page.locator("#rows .title").and(page.getByText(title, new Page.GetByTextOptions().setExact(true)));
    }

    private void assertIsAt(String title) {
        assertThat(title(title)).isFocused();
        assertThat(title(title)).isInViewport();
    }

    private void assertReadsOut(String text) {
        assertThat(page.locator("#announcer")).hasText(text);
    }

    private void go(String title, String... keys) {
        title(title).focus();
        Arrays.stream(keys).forEach(page.keyboard()::press);
    }

    /** An action on a task, and where the focus is afterwards. */
    private enum Step {
        ADD("#new-task") {
            @Override
            void take(FocusJourneyIT journey) {
                addTask(journey.page, "One more");
            }
        },
        COMPLETE("Errand 31") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "x");
                assertThat(note(journey.page, "“Errand 30” completed")).isVisible();
                assertThat(journey.tasks()).hasCount(50);
            }
        },
        COMPLETE_BY_BUTTON("Errand 31") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.page.getByLabel("Complete “Errand 30”").click();
                assertThat(note(journey.page, "“Errand 30” completed")).isVisible();
            }
        },
        DELETE("Errand 31") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "#");
                assertThat(note(journey.page, "“Errand 30” is in the trash")).isVisible();
            }
        },
        SAVE("Errand 30, changed") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "e");
                journey.page.getByLabel("Title").fill("Errand 30, changed");
                button(journey.page, "Save").press("Enter");
                assertThat(note(journey.page, "“Errand 30, changed” changed")).isVisible();
            }
        },
        CLOSE("Errand 30") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "e");
                journey.page.getByLabel("Title").press("Escape");
                assertThat(journey.page.locator("#edit")).hasCount(0);
            }
        },
        UNDO("Errand 30") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "x");
                button(journey.page, "Undo").press("Enter");
                assertThat(note(journey.page, "Undone")).isVisible();
            }
        },
        RESTORE("Errand 32") {
            @Override
            void take(FocusJourneyIT journey) {
                for (var number = 30; number < 33; number++) {
                    journey.go("Errand " + number, "#");
                    assertThat(journey.title("Errand " + number)).hasCount(0);
                }
                journey.page.locator("[data-view=trash]").click();
                assertThat(journey.tasks()).hasCount(3);
                assertThat(journey.page.locator("#heading")).isFocused();
                journey.page.locator("#sort").selectOption("title");
                assertThat(journey.tasks().first()).containsText("Errand 30");
                journey.page.getByLabel("Restore “Errand 31”").press("Enter");
                assertThat(note(journey.page, "“Errand 31” restored")).isVisible();
            }
        },
        CHANGE_SEVERAL("Errand 32") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "s");
                journey.go("Errand 31", "s");
                button(journey.page, "Complete").press("Enter");
                assertThat(note(journey.page, "2 tasks completed")).isVisible();
            }
        },
        CHANGE_THE_VIEW("#heading") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.go("Errand 30", "x");
                assertThat(note(journey.page, "“Errand 30” completed")).isVisible();
                journey.page.locator("[data-view=completed]").press("Enter");
                assertThat(journey.page).hasURL(Pattern.compile(".*view=completed"));
            }
        },
        GO_TO_A_VIEW("#heading") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.page.navigate(journey.pair.webapp() + "/tasks?sort=title");
                journey.go("Errand 30", "g", "a");
                assertThat(journey.page).hasURL(Pattern.compile(".*/tasks"));
            }
        },
        SHOW_MORE("Errand 51") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.page.locator("#more a").press("Enter");
                assertThat(journey.tasks()).hasCount(60);
            }
        },
        MOVE_UP("Errand 30") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.title("Errand 30").evaluate("title => title.closest('li').scrollIntoView({block: 'start'})");
                journey.go("Errand 30", "Alt+ArrowUp");
                assertThat(journey.tasks().nth(28)).containsText("Errand 30");
            }
        },
        MOVE_DOWN("Errand 30") {
            @Override
            void take(FocusJourneyIT journey) {
                journey.title("Errand 30").evaluate("title => title.closest('li').scrollIntoView({block: 'end'})");
                journey.go("Errand 30", "Alt+ArrowDown");
                assertThat(journey.tasks().nth(30)).containsText("Errand 30");
            }
        };

        private final String goal;

        Step(String goal) {
            this.goal = goal;
        }

        abstract void take(FocusJourneyIT journey);

        Locator goal(FocusJourneyIT journey) {
            return goal.startsWith("#") ? journey.page.locator(goal) : journey.title(goal);
        }
    }
}
