package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingProcesses
class MangledRequestsTest {

    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 50;
    private static final List<String> PATHS =
            List.of("/callback", "/logout", "/logout/backchannel", "/logout/frontchannel", "/login/failed");
    private static final List<String> NAMES =
            List.of("state", "code", "iss", "error", "error_description", "sid", "session_state", "logout_token", "x");

    private final Browser browser = new Browser();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20_261_121);

    @Inject
    SessionTable table;

    private String callback;
    private String cookies;

    @BeforeEach
    void beginASignIn() {
        table.clear();
        callback = browser.callbackFor("alice", "/login").substring(Browser.WEBAPP.length() + "/callback?".length());
        cookies = browser.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName(
            "W03 ten thousand mangled callbacks and logouts, some with the real state, open no session and cause no fault")
    void openNoSessionAndFailNothing() {
        for (var sent = 0; sent < REQUESTS; sent += AT_ONCE) {
            var answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> http.sendAsync(mangled(), BodyHandlers.ofString()))
                    .toList();

            assertThat(answers).extracting(CompletableFuture::join).allSatisfy(MangledRequestsTest::isARefusal);
        }
        assertThat(table.rows()).isEmpty();
    }

    @ParameterizedTest(name = "W03 a URL with a raw {0} is rejected before it is processed")
    @ValueSource(strings = {"|", "{", "}", "^", "`", "\"", "<", ">", "\\", "%", "%zz"})
    void refusesAnAddressThatIsNone(String sent) {
        try (var audit = new CapturedLog("audit")) {
            for (var target : List.of("/tasks?q=" + sent, "/callback?" + withCode(sent))) {
                assertThat(raw(target, cookies)).startsWith("HTTP/1.1 400 ").doesNotContain("Exception", "\tat ");
            }
            assertThat(audit.lines()).isEmpty();
        }
        assertThat(table.rows()).isEmpty();
    }

    @ParameterizedTest(name = "W03 a callback with the real state and the code {0} is rejected")
    @ValueSource(strings = {"[", "]", "#", "ü", ""})
    void refusesACodeThatNoProviderIssues(String sent) {
        assertThat(raw("/callback?" + withCode(sent), cookies))
                .startsWith("HTTP/1.1 400 ")
                .contains("The sign-in was not completed")
                .doesNotContain("Exception", "\tat ");
        assertThat(table.rows()).isEmpty();
    }

    private String withCode(String code) {
        return callback.replaceFirst("code=[^&]+", "code=" + Matcher.quoteReplacement(code));
    }

    /** Sends what HTTP clients refuse to send. */
    private static String raw(String target, String cookies) {
        try (var socket = new Socket("localhost", 8080)) {
            var request = "GET " + target + " HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\nCookie: "
                    + cookies + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isARefusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.request()).isBetween(200, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotMatch("q_session=[^;].*"));
    }

    private HttpRequest mangled() {
        var parameters = parameters();
        var path = oneOf(PATHS);
        var request = HttpRequest.newBuilder().header("Cookie", random.nextInt(3) == 0 ? mangle(cookies) : cookies);
        if (path.equals("/callback") || random.nextBoolean()) {
            return request.uri(URI.create(Browser.WEBAPP + path + "?" + parameters))
                    .build();
        }
        return request.uri(URI.create(Browser.WEBAPP + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(parameters))
                .build();
    }

    /** The callback's parameters, at least one of which is mangled: the code, if the state is the real one. */
    private String parameters() {
        var parameters = new ArrayList<>(List.of(callback.split("&")));
        var state = parameters.stream()
                .filter(parameter -> parameter.startsWith("state="))
                .findFirst()
                .orElseThrow();
        parameters.remove(state);
        if (random.nextInt(10) == 0) {
            parameters.replaceAll(parameter -> parameter.startsWith("code=") ? "code=" + noise() : parameter);
            parameters.add(random.nextInt(parameters.size()), state);
            return String.join("&", parameters);
        }
        if (random.nextInt(10) == 0) {
            parameters.add("logout_token=" + jwt());
        }
        for (var change = random.nextInt(4); change >= 0; change--) {
            switch (random.nextInt(4)) {
                case 0 -> parameters.remove(random.nextInt(Math.max(1, parameters.size() - 1)));
                case 1 -> parameters.add(oneOf(parameters));
                case 2 -> parameters.add(oneOf(NAMES) + "=" + noise());
                default -> parameters.replaceAll(parameter -> random.nextBoolean() ? parameter : mangle(parameter));
            }
            if (parameters.isEmpty()) {
                parameters.add("x=" + noise());
            }
        }
        return String.join("&", parameters);
    }

    private String jwt() {
        return Stream.of(
                        "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"logout+jwt\"}"
                                .formatted(oneOf(List.of("RS256", "none", "HS256", "x")), noise()),
                        "{\"iss\":\"%s\",\"sub\":%s,\"events\":%s}"
                                .formatted(
                                        noise(), oneOf(List.of("1", "null", "\"x\"")), oneOf(List.of("{}", "[]", "1"))),
                        noise())
                .map(part -> random.nextInt(4) == 0 ? part.substring(part.length() / 2) : part)
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    private String mangle(String text) {
        var cut = random.nextInt(Math.max(1, text.length()));
        return text.substring(0, cut).replaceAll("%.?$", "") + noise();
    }

    private String noise() {
        return Stream.generate(() -> "%%%02X".formatted(random.nextInt(256)))
                .limit(random.nextInt(20))
                .collect(Collectors.joining());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
