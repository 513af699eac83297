package com.taskmaster.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.htmlunit.BrowserVersion;
import org.htmlunit.FormEncodingType;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.htmlunit.util.KeyDataPair;
import org.htmlunit.util.NameValuePair;

/** A browser with its own cookies that does not follow redirects by itself, so that tests see each step of the flow. */
public final class Browser implements AutoCloseable {

    public static final String WEBAPP = "http://localhost:8080";

    private static final Pattern MAX_AGE = Pattern.compile("; Max-Age=(\\d+);");

    /** More than the provider needs for a sign-in, even a repeated one. */
    private static final int MOST_PAGES = 20;

    /** Without scripts, because their engine takes longer to start than most tests run. */
    private final WebClient client = new WebClient(BrowserVersion.getDefault(), false, null, -1);

    public Browser() {
        client.addRequestHeader("Sec-Fetch-Site", "same-origin");
        client.getOptions().setCssEnabled(false);
        client.getOptions().setRedirectEnabled(false);
        client.getOptions().setUseInsecureSSL(true);
        client.setRefreshHandler((page, address, seconds) -> {});
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
    }

    /** @param address a path of the web app, or a complete URL */
    public WebResponse get(String address) {
        return send(new WebRequest(url(address), HttpMethod.GET));
    }

    /** Sends a form as from the web app's own pages. */
    public WebResponse post(String path) {
        return send(new WebRequest(url(path), HttpMethod.POST));
    }

    public WebResponse post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(fields.entrySet()));
    }

    /** The same with fields, which may be repeated. */
    public WebResponse post(String path, List<Map.Entry<String, String>> fields) {
        var request = new WebRequest(url(path), HttpMethod.POST);
        request.setCharset(StandardCharsets.UTF_8);
        request.setRequestParameters(fields.stream()
                .map(field -> new NameValuePair(field.getKey(), field.getValue()))
                .toList());
        return send(request);
    }

    /** Sends a form with a file, with {@code Content-Length} like every browser. */
    public WebResponse upload(String path, String name, byte[] content) {
        try {
            var file = Files.write(Files.createTempFile("upload", null), content);
            var request = new WebRequest(url(path), HttpMethod.POST);
            request.setEncodingType(FormEncodingType.MULTIPART);
            request.setRequestParameters(List.of(
                    new KeyDataPair("file", file.toFile(), name, "application/octet-stream", StandardCharsets.UTF_8)));
            var response = send(request);
            Files.delete(file);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void setUserAgent(String name) {
        setHeader("User-Agent", name);
    }

    /** Applies to all requests from now on. */
    public void setHeader(String name, String value) {
        client.addRequestHeader(name, value);
    }

    /** Sends a request like a page's script. */
    public WebResponse fetch(String path) {
        var request = new WebRequest(url(path), HttpMethod.GET);
        request.setAdditionalHeader("Sec-Fetch-Mode", "cors");
        return send(request);
    }

    /** Starts a sign-in, goes through the provider's pages, and returns the callback URL that it redirects to. */
    public String callbackFor(String user, String path) {
        return authorize(user, location(get(path)));
    }

    /**
     * Signs in at the provider, giving consent if asked, and returns the URL that it redirects to.
     *
     * <p>Keycloak's brute-force protection rejects a sign-in while another one of the same user is being completed, and
     * shows its form again.
     */
    public String authorize(String user, String authorizationRequest) {
        var page = follow(authorizationRequest);
        for (var pages = 0; !isCallback(page); pages++) {
            if (pages == MOST_PAGES) {
                throw new IllegalStateException(
                        "The provider goes on asking: " + page.getWebResponse().getContentAsString());
            }
            page = page instanceof HtmlPage form && form.getElementById("kc-login") != null
                    ? answer(form, user)
                    : follow(location(page.getWebResponse()));
        }
        return location(page.getWebResponse());
    }

    /** Confirms the sign-out at the provider, and returns the URL that it redirects to. */
    public String confirmSignOut(String endSessionRequest) {
        return location(click((HtmlPage) follow(endSessionRequest), "kc-logout").getWebResponse());
    }

    /** Signs in, and returns the URL that the web app redirects to afterwards. */
    public String signIn(String user, String path) {
        return location(get(callbackFor(user, path)));
    }

    /** Another browser with the same cookies. */
    public Browser copy() {
        var copy = new Browser();
        client.getCookieManager().getCookies().forEach(copy::setCookie);
        return copy;
    }

    public boolean isSignedInAndClose() {
        try (this) {
            return isSignedIn();
        }
    }

    /** Whether the web app accepts the session, without redirecting to the provider. */
    public boolean isSignedIn() {
        return (WEBAPP + "/tasks").equals(absolute(location(get("/login?return_to=/tasks"))));
    }

    public Set<Cookie> cookies() {
        return client.getCookieManager().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_"))
                .collect(Collectors.toSet());
    }

    public Cookie sessionCookie() {
        return client.getCookieManager().getCookie("q_session");
    }

    public void setSessionCookie(String value) {
        setCookie(new Cookie("localhost", "q_session", value, "/", null, false));
    }

    public void setCookie(Cookie cookie) {
        client.getCookieManager().addCookie(cookie);
    }

    public void removeCookies(String prefix) {
        cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .forEach(client.getCookieManager()::removeCookie);
    }

    /** The URL that the response leads to, by a redirect or as a page that forwards by itself. */
    public static String location(WebResponse response) {
        var refresh = response.getResponseHeaderValue("Refresh");
        return refresh == null ? response.getResponseHeaderValue("Location") : refresh.replaceFirst("^0;url=", "");
    }

    public static List<String> setCookies(WebResponse response) {
        return response.getResponseHeaders().stream()
                .filter(header -> header.getName().equalsIgnoreCase("Set-Cookie"))
                .map(NameValuePair::getValue)
                .toList();
    }

    /** The {@code Max-Age} of the one cookie with this name that the response sets. */
    public static Duration maxAge(String name, WebResponse response) {
        return setCookies(response).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .flatMap(cookie -> MAX_AGE.matcher(cookie).results())
                .map(age -> Duration.ofSeconds(Long.parseLong(age.group(1))))
                .reduce((one, other) -> null)
                .orElseThrow();
    }

    /** The parameters of a query, decoded. */
    public static Map<String, String> query(String address) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        client.close();
    }

    private static boolean isCallback(Page page) {
        var location = location(page.getWebResponse());
        return location != null && location.startsWith(WEBAPP + "/callback");
    }

    private Page follow(String address) {
        try {
            return client.getPage(url(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in and sends the provider's page for sign-in or for consent. */
    private static Page answer(HtmlPage page, String user) {
        for (var name : List.of("username", "password")) {
            page.getElementsByName(name).forEach(field -> ((HtmlInput) field).setValue(user));
        }
        return click(page, "kc-login");
    }

    private static Page click(HtmlPage page, String id) {
        try {
            return page.getElementById(id).click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebResponse send(WebRequest request) {
        try {
            return client.getPage(request).getWebResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String absolute(String address) {
        return address != null && address.startsWith("/") ? WEBAPP + address : address;
    }

    private static URL url(String address) {
        try {
            return new URL(absolute(address));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
