package com.taskmaster.webapp.preferences;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class PreferencesTest {

    @ParameterizedTest(name = "Accept-Language: {0} selects {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT, en;q=0.5 | de | Anmelden",
                "en-US, en;q=0.5 | en-US | Sign in",
                "en-GB, en-US;q=0.5 | en | Sign in",
                "fr, de;q=0.4, en;q=0.8 | en | Sign in",
                "fr | en | Sign in",
                "* | en | Sign in",
                ";;q=;, | en | Sign in"
            })
    void speaksTheLanguageThatTheBrowserLikesBest(String accepted, String language, String text) {
        shows(given().header("Accept-Language", accepted), language, text);
    }

    @Test
    void speaksEnglishWhereNobodySaysAnything() {
        shows(given(), "en", "Sign in");
    }

    @Test
    void prefersTheLanguageThatWasChosen() {
        shows(given().header("Accept-Language", "en").cookie(Preferences.LANGUAGE, "de"), "de", "Anmelden");
    }

    @ParameterizedTest(name = "ignores the language \"{0}\"")
    @ValueSource(strings = {"", "xx", "DE-de", "../de"})
    void ignoresALanguageThatItDoesNotKnow(String chosen) {
        shows(given().header("Accept-Language", "de").cookie(Preferences.LANGUAGE, chosen), "de", "Anmelden");
    }

    @ParameterizedTest(name = "the theme \"{0}\" is shown as {1}")
    @CsvSource({"light, light", "dark, dark", "system, system", "DARK, system", "'', system"})
    void showsTheThemeThatWasChosen(String chosen, String shown) {
        given().cookie(Preferences.THEME, chosen)
                .get(WEBAPP)
                .then()
                .body(containsString(" data-theme=\"" + shown + "\""));
    }

    @Test
    void speaksTheLanguageOnErrorPages() {
        given().cookie(Preferences.LANGUAGE, "de")
                .get(WEBAPP + "/nowhere")
                .then()
                .statusCode(404)
                .body(containsString("<html lang=\"de\""), containsString("Diese Seite gibt es nicht"));
    }

    @Test
    void speaksTheLanguageToOtherOriginsThatAreRefused() {
        given().cookie(Preferences.LANGUAGE, "de")
                .post(WEBAPP + "/tasks")
                .then()
                .statusCode(403)
                .body(containsString("<html lang=\"de\""));
    }

    private static void shows(RequestSpecification request, String language, String text) {
        request.get(WEBAPP).then().body(containsString("<html lang=\"" + language + "\""), containsString(text));
    }
}
