package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FetchOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesJourneyIT extends Journey {

    private static final List<String> PUBLIC = List.of("/", "/preferences");

    /** Errors by a path that needs no sign-in. */
    private static final Map<String, String> ERRORS = Map.of(
            "/nowhere", "NOT_FOUND",
            "/login/failed", "SIGN_IN_FAILED",
            "/login/failed?error=access_denied", "CONSENT_DECLINED",
            "/login/failed?error=login_required", "SIGN_IN_NEEDED",
            "/login/failed?error=temporarily_unavailable", "PROVIDER_UNAVAILABLE",
            "/login/failed?error=unauthorized_client", "SIGN_IN_FAULT");

    @ParameterizedTest(name = "{0}: all pages before signing in, and those of a failed sign-in, are accessible")
    @CsvSource({"ENGLISH, en", "GERMAN, de"})
    void servesEverybodyWhoIsNotSignedIn(Way way, String language) {
        var person = newPerson(way.browser());
        for (var path : PUBLIC) {
            person.navigate(pair.webapp() + path);
            assertThat(person.locator("html")).hasAttribute("lang", language);
            look(person, "page" + path.replaceAll("\\W", "-") + "-" + language);
        }
        ERRORS.forEach((path, kind) -> {
            person.navigate(pair.webapp() + path);
            assertThat(person.locator("html")).hasAttribute("lang", language);
            assertThat(person.locator("h1")).hasText(way.text("msg:errorTitle_$" + kind));
            look(person, "error-" + kind + "-" + language);
        });
    }

    @Test
    void saysThatAFormHoldsMoreThanItCanBeFor() {
        page.navigate(pair.webapp() + "/preferences");
        page.evaluate("""
                () => {
                  const more = document.createElement("textarea");
                  more.name = "more";
                  more.hidden = true;
                  more.value = "x".repeat(2_000_000);
                  document.querySelector("form[action='/preferences']").append(more);
                }""");
        button(page, "Save").click();

        page.getByText("This is too large").first().waitFor();
        look("error-TOO_LARGE");
    }

    @Test
    @DisplayName("the page that forwards to the provider is accessible, and its link leads there as well")
    void leadsToTheProviderByALinkAsWell() {
        signInAlone();
        page.route("**/logout", PagesJourneyIT::answerWithoutLeadingOn);
        button(page, "Sign out").click();
        assertThat(page.locator("h1")).hasText("One moment");
        look("onward");

        page.getByText("Continue").click();

        assertThat(page.getByText("You are signed out")).isVisible();
    }

    /** As in a browser that does not support {@code Refresh}. */
    private static void answerWithoutLeadingOn(Route route) {
        var answer = route.fetch(new FetchOptions().setMaxRedirects(0));
        var headers = new HashMap<>(answer.headers());
        headers.remove("refresh");
        route.fulfill(new FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    @Test
    @DisplayName("language, theme and time zone can be chosen without signing in, and stay after it")
    void keepsWhatSomebodyChooses() {
        signIn(page, "alice");
        page.navigate(pair.webapp() + "/account/sessions");
        look(page, "account-en");

        page.getByText("Preferences").click();
        page.getByLabel("Deutsch").check();
        page.getByLabel("Dark").check();
        page.getByLabel("Time zone").selectOption("Asia/Tokyo");
        button(page, "Save").click();

        assertThat(page).hasURL(pair.webapp() + "/account/sessions");
        var html = page.locator("html");
        assertThat(html).hasAttribute("lang", "de");
        assertThat(html).hasAttribute("data-zone", "Asia/Tokyo");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(15, 22, 21)");
        assertThat(page.locator(".badge")).hasText("Dieser Browser");

        page.getByText("Einstellungen").click();
        page.locator("[name=theme][value=system]").check();
        button(page, "Speichern").click();
        assertThat(page).hasURL(pair.webapp() + "/account/sessions");
        look(page, "account-de");
    }

    @ParameterizedTest(name = "who chooses {0} colors has them where the browser would rather have {1} ones")
    @CsvSource({"light, DARK, 'rgb(246, 247, 247)'", "dark, LIGHT, 'rgb(15, 22, 21)'"})
    void keepsTheColorsThatSomebodyChooses(String theme, ColorScheme browsers, String background) {
        page = newPerson(new NewContextOptions().setColorScheme(browsers));
        page.navigate(pair.webapp() + "/preferences");
        assertThat(page.locator("body")).not().hasCSS("background-color", background);

        page.locator("[name=theme][value=" + theme + "]").check();
        button(page, "Save").click();

        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
        assertThat(page.locator("html")).hasCSS("color-scheme", theme);
        assertThat(page.locator("body")).hasCSS("background-color", background);
        screenshot(page, "preferences-" + theme);
    }

    @Test
    void findsOutTheZoneOfTheBrowserAndShowsThePageOnceMore() {
        var person = newPerson(new NewContextOptions().setTimezoneId("Asia/Tokyo"));
        var asked = new ArrayList<String>();
        person.onRequest(request -> asked.add(request.method() + " " + request.url()));
        person.navigate(pair.webapp() + "/preferences");

        assertThat(person.locator("#zone-hint")).containsText("Asia/Tokyo");
        person.navigate(pair.webapp() + "/preferences");
        assertThat(person.locator("#zone-hint")).containsText("Asia/Tokyo");

        assertThat(asked)
                .filteredOn(request -> request.contains("/preferences"))
                .containsExactly(
                        "GET " + pair.webapp() + "/preferences",
                        "POST " + pair.webapp() + "/preferences/zone",
                        "GET " + pair.webapp() + "/preferences",
                        "GET " + pair.webapp() + "/preferences");
    }

    @Test
    void countsDownToTheEndOfTheTokens() {
        signIn(page, "bob");
        page.navigate(pair.webapp() + "/account/sessions");
        var left = page.getByLabel("Time left").first();
        var before = left.textContent();

        assertThat(left).not().hasText(before);
    }

    @Test
    void saysEverythingWithoutJavaScript() {
        var person = newPersonWithoutJavaScript();
        signIn(person, "bob");
        person.navigate(pair.webapp() + "/account/sessions");

        assertThat(person.getByLabel("Time left").first()).hasText(Pattern.compile("\\d+:\\d\\d"));
    }
}
