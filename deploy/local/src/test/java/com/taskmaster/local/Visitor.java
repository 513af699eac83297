package com.taskmaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A minimal browser: keeps cookies by host, not by port, and opens a connection for each request unless it is given a
 * client that reuses them.
 */
final class Visitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CONSENT_CODE = Pattern.compile("name=\"code\" value=\"([^\"]*)\"");
    private static final Pattern PATH = Pattern.compile("(?i);\\s*path=([^;]+)");
    private static final int LONGEST_SIGN_IN = 12;

    record KeptCookie(String value, String path) {}

    private final URI webapp;
    private final Map<String, KeptCookie> cookies = new ConcurrentHashMap<>();

    /** @param webapp the public URL */
    Visitor(URI webapp) {
        this.webapp = webapp;
    }

    /** Another browser with the same cookies. */
    Visitor copy() {
        var copy = new Visitor(webapp);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** The browser's cookies by name. */
    Map<String, KeptCookie> cookies() {
        return Map.copyOf(cookies);
    }

    /** Goes through the provider's pages, giving consent if asked, until the web app redirects to the tasks. */
    void signIn(String user) {
        var response = get(webapp.resolve("/login"));
        for (var step = 0; step < LONGEST_SIGN_IN && !leadsToTheTasks(response); step++) {
            response = next(response, user);
        }
        if (!leadsToTheTasks(response)) {
            throw unexpected(response);
        }
    }

    /** Whether the instance accepts the session, without redirecting to the provider. */
    boolean isSignedInAt(WebAppInstance instance) {
        return leadsToTheTasks(get(login(instance)));
    }

    /** Sends this many concurrent requests, to the instances in turn. */
    List<Boolean> isSignedInAtOnce(int times, WebAppInstance... instances) {
        var client = client();
        return IntStream.range(0, times)
                .mapToObj(number -> client.sendAsync(
                        request(login(instances[number % instances.length])).build(), BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Visitor::leadsToTheTasks)
                .toList();
    }

    /** Sends a request without waiting for the response. */
    CompletableFuture<HttpResponse<String>> ask(WebAppInstance instance, String path) {
        return client().sendAsync(request(instance.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Requests a page from an instance with its own Tasks API. */
    HttpResponse<String> readAt(WebAppInstance instance, String path) {
        return get(instance.address().resolve(path));
    }

    HttpResponse<String> readTasks() {
        return readTasks(client());
    }

    HttpResponse<String> readTasks(HttpClient browser) {
        return send(browser, request(webapp.resolve("/tasks")));
    }

    HttpResponse<String> addTask(HttpClient browser, String title) {
        return send(
                browser,
                request(webapp.resolve("/tasks"))
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("title=" + URLEncoder.encode(title, StandardCharsets.UTF_8))));
    }

    void signOutAt(WebAppInstance instance) {
        post(instance, "/logout");
    }

    /** Ends all of the user's sessions except this one. */
    void endOtherSessionsAt(WebAppInstance instance) {
        post(instance, "/account/sessions/end");
    }

    private void post(WebAppInstance instance, String path) {
        send(request(instance.address().resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> next(HttpResponse<String> response, String user) {
        return switch (response.statusCode()) {
            case 200 -> send(answer(response, user));
            case 302, 303 -> get(response.uri().resolve(location(response)));
            default -> throw unexpected(response);
        };
    }

    private HttpResponse<String> get(URI address) {
        return send(request(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client(), request);
    }

    private HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            var response = browser.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(URI address) {
        var pairs = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                .collect(Collectors.joining("; "));
        return HttpRequest.newBuilder(address).header("Cookie", pairs);
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], new KeptCookie(pair[1], find(PATH, cookie)));
        }
    }

    /** Fills in either page of the provider, sign-in or consent: each ignores the other's fields. */
    private HttpRequest.Builder answer(HttpResponse<String> page, String user) {
        var action = find(FORM, page.body()).replace("&amp;", "&");
        var form = Map.of("username", user, "password", user, "accept", "Yes", "code", find(CONSENT_CODE, page.body()))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(page.uri().resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static String find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static URI login(WebAppInstance instance) {
        return instance.address().resolve("/login");
    }

    private static boolean leadsToTheTasks(HttpResponse<String> response) {
        return location(response).endsWith("/tasks");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static AssertionError unexpected(HttpResponse<String> response) {
        return new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    }
}
