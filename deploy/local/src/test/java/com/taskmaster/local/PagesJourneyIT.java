package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesJourneyIT extends Journey {

    private static final List<String> PUBLIC = List.of(
            "/",
            "/preferences",
            "/nowhere",
            "/login/failed",
            "/login/failed?error=access_denied",
            "/login/failed?error=unauthorized_client");

    @ParameterizedTest(name = "who reads {0} is kept out by nothing before signing in")
    @CsvSource({"en-GB, en", "de-DE, de"})
    void servesEverybodyWhoIsNotSignedIn(String locale, String language) {
        var person = newPerson(new NewContextOptions().setLocale(locale));
        for (var path : PUBLIC) {
            person.navigate(pair.webapp() + path);
            assertThat(person.locator("html")).hasAttribute("lang", language);
            look(person, "page" + path.replaceAll("\\W", "-") + "-" + language);
        }
    }

    @Test
    void saysThatAFormHoldsMoreThanItCanBeFor() {
        page.navigate(pair.webapp() + "/preferences");
        page.evaluate("""
                () => {
                  const more = document.createElement("textarea");
                  more.name = "more";
                  more.value = "x".repeat(2_000_000);
                  document.querySelector("form[action='/preferences']").append(more);
                }""");
        button(page, "Save").click();

        page.getByText("More than a form can hold").first().waitFor();
        look("page-too-large");
    }

    @Test
    @DisplayName("language, colours and time zone are chosen without signing in, and hold after it")
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
        look(page, "account-de");
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
