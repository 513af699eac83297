package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
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
    @DisplayName("W03 ten thousand mangled callbacks and logouts open no session, fail nothing and show no stack trace")
    void openNoSessionAndFailNothing() {
        for (var sent = 0; sent < REQUESTS; sent += AT_ONCE) {
            var answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> http.sendAsync(mangled(), BodyHandlers.ofString()))
                    .toList();

            assertThat(answers).extracting(CompletableFuture::join).allSatisfy(MangledRequestsTest::isARefusal);
        }
        assertThat(table.rows()).isEmpty();
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

    /** Those of the callback, of which at least one is not as it was. */
    private String parameters() {
        var parameters = new ArrayList<>(List.of(callback.split("&")));
        parameters.removeIf(parameter -> parameter.startsWith("state="));
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

    private String mangle(String text) {
        var cut = random.nextInt(text.length());
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
