package com.taskmaster.webapp.preferences;

import static com.taskmaster.webapp.Browser.WEBAPP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class PreferencesPageTest {

    @Test
    void keepsWhatWasChosenForAYear() {
        var chosen = choose("de", "dark", "Asia/Tokyo", "off").extract();

        assertThat(chosen.headers().getValues("Set-Cookie")).hasSize(4).allSatisfy(cookie -> assertThat(cookie)
                .contains("; Max-Age=31536000", "; Path=/", "; HTTPOnly", "; SameSite=Lax"));
        given().cookies(chosen.cookies())
                .get(WEBAPP + "/preferences")
                .then()
                .body(containsString(
                        "<html lang=\"de\" data-theme=\"dark\" data-zone=\"Asia/Tokyo\" data-letter-keys=\"off\">"))
                .body(containsString("<option value=\"Asia/Tokyo\" selected>Tokyo</option>"));
    }

    @Test
    void forgetsWhatIsLeftToTheBrowser() {
        assertThat(choose("", "system", "", "on").extract().headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(Preferences.LANGUAGE + "=;") && cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith(Preferences.ZONE + "=;") && cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith(Preferences.LETTER_KEYS + "=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    void offersTheSignInToWhoeverIsRemembered() {
        var signIn = containsString("<a href=\"/account/sessions\">Your sign-in</a>");

        given().get(WEBAPP + "/preferences").then().body(not(signIn));
        given().cookie("q_session", "ended").get(WEBAPP + "/preferences").then().body(signIn);
    }

    @ParameterizedTest(name = "a user who came from {0} is sent back to {1}")
    @CsvSource({
        "http://localhost:8080/tasks?view=today, /tasks?view=today",
        "http://localhost:8080/, /",
        "http://localhost:8080//evil.example/, /preferences",
        "http://localhost:80800/, /preferences",
        "https://evil.example/, /preferences",
        "http://localhost:8080.evil.example/, /preferences"
    })
    void leadsBack(String from, String back) {
        given().header("Referer", from)
                .get(WEBAPP + "/preferences")
                .then()
                .body(containsString("name=\"return_to\" value=\"" + back + "\""));
    }

    @ParameterizedTest(name = "nobody is sent to {0}")
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"})
    void staysOnThisOrigin(String returnTo) {
        post().formParam("return_to", returnTo)
                .post(WEBAPP + "/preferences")
                .then()
                .statusCode(303)
                .header("Location", equalTo(WEBAPP + "/preferences"));
    }

    @Test
    void prefersTheZoneThatWasChosenToTheOneThatWasDetected() {
        var detected = detect("America/New_York").statusCode(204).extract();

        showsZone(given().cookies(detected.cookies()), "America/New_York");
        showsZone(given().cookies(detected.cookies()).cookie(Preferences.ZONE, "Asia/Tokyo"), "Asia/Tokyo");
    }

    @ParameterizedTest(name = "ignores the unknown time zone \"{0}\"")
    @ValueSource(strings = {"", "Mars/Olympus_Mons", "+05:00", "GMT+5"})
    void ignoresAZoneThatItDoesNotKnow(String zone) {
        detect(zone).statusCode(400);
        showsZone(given().cookie(Preferences.ZONE, zone), "UTC");
        showsZone(given().cookie(Preferences.DETECTED_ZONE, zone), "UTC");
    }

    @Test
    void offersEveryZoneThatHasTheNameOfAPlace() {
        assertThat(Zones.regions().stream().flatMap(region -> region.zones().stream()))
                .contains("Europe/Berlin", "America/Argentina/Buenos_Aires", "Pacific/Auckland", "Etc/UTC")
                .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
    }

    private static void showsZone(RequestSpecification request, String zone) {
        request.get(WEBAPP).then().body(containsString(" data-zone=\"" + zone + "\""));
    }

    private static ValidatableResponse choose(String language, String theme, String zone, String letterKeys) {
        return post().formParam("language", language)
                .formParam("theme", theme)
                .formParam("zone", zone)
                .formParam("letter_keys", letterKeys)
                .formParam("return_to", "/")
                .post(WEBAPP + "/preferences")
                .then()
                .statusCode(303)
                .header("Location", equalTo(WEBAPP + "/"));
    }

    private static ValidatableResponse detect(String zone) {
        return post().formParam("zone", zone).post(WEBAPP + "/preferences/zone").then();
    }

    private static RequestSpecification post() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }
}
