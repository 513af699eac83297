package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.Browser.query;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SecureCookiesProfileTest.AsInProduction.class)
@WithBackingProcesses
class SecureCookiesProfileTest {

    public static class AsInProduction implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.authentication.cookie-force-secure", "true",
                    "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    private final Browser browser = new Browser();

    @Inject
    SessionTable table;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W07 except on localhost, every cookie is Secure and bound to the host, from sign-in to sign-out")
    void bindsItsCookiesToTheHost() {
        var login = get("/login", "");
        var callback = get(browser.authorize("alice", login.header("Location")), cookies(login));
        var session = cookies(callback);

        assertThat(session).startsWith("__Host-q_session=");
        assertThat(List.of(login, callback)).allSatisfy(answer -> {
            assertThat(answer.headers().getValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .startsWith("__Host-q_")
                    .contains("; Secure", "; HTTPOnly", "; Path=/")
                    .doesNotContain("Domain"));
            assertThat(answer.headers().getValues("Set-Cookie"))
                    .filteredOn(SecureCookiesProfileTest::isKept)
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("; SameSite=Lax"));
        });
        assertThat(get("/login", session).header("Location")).endsWith("/tasks");

        var signOut = with(session).header("Sec-Fetch-Site", "same-origin").post("/logout");
        assertThat(query(signOut.header("Refresh"))).containsKey("id_token_hint");
        assertThat(signOut.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-q_session=;") && cookie.contains("Max-Age=0"));
        assertThat(get("/login", session).header("Location")).contains("/protocol/openid-connect/auth?");
    }

    @ParameterizedTest(
            name = "W07 a cookie without the prefix, which a sibling domain could have set as {0}, opens no session")
    @ValueSource(
            strings = {"q_session=%s", ",q_session=%s", "\tq_session=%s", " , q_session=%s", "theme=dark;  q_session=%s"
            })
    void ignoresCookiesWithoutThePrefix(String cookies) {
        var session = signIn().replace("__Host-q_session=", "");

        assertThat(get("/login", cookies.formatted(session)).header("Location"))
                .contains("/protocol/openid-connect/auth?");
    }

    @Test
    @DisplayName("W07 the browser's own session cookie takes precedence over one set by a sibling domain")
    void prefersItsOwnCookie() {
        table.clear();
        var neighbor = signIn().replace("__Host-", ",");
        table.clear();

        assertThat(get("/login", neighbor + "; " + signIn()).header("Location")).endsWith("/tasks");
    }

    @Test
    @DisplayName("W07 the cookies of preferences are bound to the host")
    void bindsPreferencesToTheHost() {
        var chosen = with("").header("Sec-Fetch-Site", "same-origin")
                .formParam("theme", "dark")
                .post("/preferences");

        assertThat(cookies(chosen)).isEqualTo("__Host-preference_theme=dark");
        assertThat(chosen.headers().getValues("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
                .contains("; Secure", "; HTTPOnly", "; Path=/", "; SameSite=Lax"));
        with(cookies(chosen)).get("/").then().body(containsString("data-theme=\"dark\""));
        with("preference_theme=dark").get("/").then().body(containsString("data-theme=\"system\""));
    }

    @Test
    @DisplayName("W07 W19 the cookie that leads back to a waiting form is bound to the host")
    void bindsTheWayBackToTheHost() {
        var session = signIn();
        table.execute("update session set last_used_at = now() - interval '2 hours'");

        var interrupted = with(session)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("title", "Buy milk")
                .post("/tasks");

        assertThat(cookies(interrupted)).startsWith("__Host-q_waiting=");
        assertThat(interrupted.headers().getValues("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
                .contains("; Secure", "; HTTPOnly", "; Path=/", "; SameSite=Lax"));
        assertThat(get("/login", signIn() + "; " + cookies(interrupted)).header("Location"))
                .contains("/resume?waiting=");
    }

    @Test
    @DisplayName("W23 behind TLS, browsers are told to use only TLS")
    void asksForTlsAlways() {
        given().header("X-Forwarded-Proto", "https")
                .get("/")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    private String signIn() {
        var login = get("/login", "");
        return cookies(get(browser.authorize("alice", login.header("Location")), cookies(login)));
    }

    private static Response get(String address, String cookies) {
        return with(cookies).get(address);
    }

    private static RequestSpecification with(String cookies) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Cookie", cookies.isEmpty() ? "nothing=here" : cookies);
    }

    /** The cookies as a browser would send them. */
    private static String cookies(Response answer) {
        return String.join(
                "; ",
                answer.headers().getValues("Set-Cookie").stream()
                        .filter(SecureCookiesProfileTest::isKept)
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .toList());
    }

    private static boolean isKept(String cookie) {
        return !cookie.contains("Max-Age=0");
    }
}
