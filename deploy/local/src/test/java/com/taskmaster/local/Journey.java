package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.taskmaster.backing.KeycloakAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in a real browser, against the whole pair. */
@WithPair
@ExtendWith(BrowserExtension.class)
abstract class Journey {

    protected static final PageChecks checks = new PageChecks();

    /** A zone other than UTC with no midnight for hours: of two that are half a day apart, the one nearer to noon. */
    protected static final ZoneId ELSEWHERE = Stream.of("Asia/Tokyo", "America/Bahia")
            .map(ZoneId::of)
            .min(Comparator.comparing(zone ->
                    Duration.between(LocalTime.NOON, LocalTime.now(zone)).abs()))
            .orElseThrow();

    protected Pair pair;
    protected Page page;

    private Browser browser;

    @BeforeEach
    void openABrowser(Pair running, Browser chromium) {
        pair = running;
        browser = chromium;
        page = newPerson();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** Another browser, without the cookies of the first. */
    protected Page newPerson() {
        return newPerson(new NewContextOptions());
    }

    /** Another browser in a zone whose date does not change during a journey. */
    protected Page newPersonElsewhere() {
        return newPerson(new NewContextOptions().setTimezoneId(ELSEWHERE.getId()));
    }

    protected Page newPersonWithoutJavaScript() {
        return newPerson(new NewContextOptions().setJavaScriptEnabled(false));
    }

    protected Page newPerson(NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        var context = browser.newContext(options);
        context.setDefaultTimeout(20_000);
        checks.listenTo(context);
        return context.newPage();
    }

    /** Starts at the home page and goes through the provider's pages, giving consent if asked. */
    protected void signIn(Page person, String user) {
        beginSignIn(person, user);
        consentUntil(person, person.locator("#board"));
    }

    /** Signs in as a new user without tasks. Skips the sign-in pages, which other journeys cover. */
    protected void signInAlone() {
        var visitor = new Visitor(pair.webapp());
        visitor.signIn(newUser());
        page.context()
                .addCookies(visitor.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(
                                        cookie.getKey(), cookie.getValue().value())
                                .setDomain(pair.webapp().getHost())
                                .setPath(cookie.getValue().path()))
                        .toList());
        page.navigate(pair.webapp() + "/tasks");
        page.locator("#board").waitFor();
    }

    protected void signInAlone(boolean javaScript) {
        if (!javaScript) {
            page = newPersonWithoutJavaScript();
        }
        signInAlone();
    }

    /** @return the name of a new user, which is also the password */
    protected String newUser() {
        var user = "somebody-" + UUID.randomUUID();
        new KeycloakAdmin(pair.keycloak()).addUser(user);
        return user;
    }

    protected void beginSignIn(Page person, String user) {
        person.navigate(pair.webapp().toString());
        person.locator("[href='/login']").first().click();
        person.locator("#username").fill(user);
        person.locator("#password").fill(user);
        person.locator("#kc-login").click();
    }

    protected void signOut(Page person) {
        button(person, "Sign out").click();
        assertThat(person.getByText("You are signed out")).isVisible();
    }

    protected static void addTask(Page person, String title) {
        addTask(person, title, title);
    }

    /** @param line the title, possibly with more for fast add to recognize */
    protected static void addTask(Page person, String line, String title) {
        person.getByLabel("New task").fill(line);
        button(person, "Add task").click();
        consentUntil(person, task(person, title));
    }

    /** Imports tasks, as the user's first change. */
    protected void bringIn(String csv) {
        page.navigate(pair.webapp() + "/transfer");
        page.getByLabel("File").setInputFiles(new FilePayload("tasks.csv", "text/csv", csv.getBytes(UTF_8)));
        button(page, "Check the file").click();
        button(page, "Yes").click();
        page.getByText(Pattern.compile("^Import all \\d+ tasks$")).click();
        page.getByText(Pattern.compile("^\\d+ tasks were imported$")).waitFor();
    }

    /** The provider asks for consent before the first change; without JavaScript, users then resend the form. */
    protected void addFirst(String line, String title, boolean javaScript) {
        page.getByLabel("New task").fill(line);
        button(page, "Add task").click();
        button(page, "Yes").click();
        if (!javaScript) {
            button(page, "Continue").click();
        }
        task(page, title).waitFor();
    }

    /** Gives consent if the provider asks for it on the way; the scripts are ready afterwards. */
    protected static void consentUntil(Page person, Locator goal) {
        var consent = button(person, "Yes");
        consent.or(goal).first().waitFor();
        if (consent.isVisible()) {
            consent.click();
        }
        goal.waitFor();
        person.waitForLoadState();
    }

    protected static Locator task(Page person, String title) {
        return person.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The link that opens the task. */
    protected Locator title(String title) {
        return task(page, title).locator(".title");
    }

    protected void assertOrder(String... titles) {
        assertThat(page.locator("#rows > .task .title")).hasText(titles);
    }

    protected static Locator button(Page person, String name) {
        return person.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The notice about the last action. */
    protected static Locator note(Page person, String text) {
        return person.locator(".note").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Goes to a view, list or tag by its name. */
    protected static void view(Page person, String name) {
        person.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(false))
                .first()
                .click();
        person.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true))
                .waitFor();
    }

    /** Opens the task and returns the field of its title. */
    protected static Locator edit(Page person, String title) {
        task(person, title).locator(".title").click();
        return person.getByLabel("Title");
    }

    protected static void rename(Page person, String title, String newTitle) {
        edit(person, title).fill(newTitle);
        button(person, "Save").click();
        assertThat(task(person, newTitle)).isVisible();
    }

    protected static void delete(Page person, String title) {
        task(person, title).locator(".actions-of > summary").click();
        task(person, title).getByText("Delete").click();
        assertThat(task(person, title)).hasCount(0);
    }

    /** Holds back the first request to an address, which is in the list once it was sent. */
    protected List<Route> hold(String address) {
        var held = new ArrayList<Route>();
        page.route(address, route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    protected Route await(List<Route> held) {
        page.waitForCondition(() -> !held.isEmpty());
        return held.get(0);
    }

    protected void look(String name) {
        look(page, name);
    }

    /** Axe is a script: if scripts are off, it checks the same page in another browser. */
    protected void look(String name, boolean javaScript) {
        if (javaScript) {
            look(page, name);
        } else {
            screenshot(page, name);
            checks.valid(page);
            checks.accessibleWithoutScripts(page);
        }
    }

    /** Takes screenshots and makes the checks for every page. Needs scripts, because axe is one. */
    protected static void look(Page person, String name) {
        Look.each(person, look -> {
            screenshot(person, name, look);
            checks.accessible(person, look);
        });
        Look.eachExtreme(person, look -> checks.fits(person, look));
        checks.valid(person);
    }

    /** Takes screenshots of the page for people to look at: narrow and wide, light and dark. */
    protected static void screenshot(Page person, String name) {
        Look.each(person, look -> screenshot(person, name, look));
    }

    /** Tries twice: on a busy machine Chromium may have no frame to capture yet. */
    private static void screenshot(Page person, String name, Look look) {
        var picture = new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", name + "-" + look + ".png"));
        try {
            person.screenshot(picture);
        } catch (PlaywrightException e) {
            person.screenshot(picture);
        }
    }
}
