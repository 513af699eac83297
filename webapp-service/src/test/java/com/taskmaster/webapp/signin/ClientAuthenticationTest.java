package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.session.SessionTable;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every client authentication method. */
@WithBackingProcesses
abstract class ClientAuthenticationTest {

    private static final Pattern PARAMETER = Pattern.compile("<dt><code>([^<]+)</code>");

    /** Part of OpenID Connect Session Management, which this client does not implement. */
    private static final String NOT_READ = "session_state";

    TestProvider provider;

    @Inject
    SessionTable table;

    final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        table.clear();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W25 the client authenticates to exchange the code, and for each renewal of the tokens")
    void signsInAndRenewsTokens() {
        browser.signIn("alice", "/login");

        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();
        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();

        assertThat(provider.tokenRequests())
                .extracting(request -> request.parameter("grant_type"))
                .containsExactly("authorization_code", "refresh_token", "refresh_token");
        assertThat(provider.tokenRequests())
                .extracting(request -> request.parameter("refresh_token"))
                .as("the first renewal has brought another refresh token")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("W06 the page about the sign-in shows every parameter that was sent, and no others")
    void tellsEveryParameter() {
        var callback = browser.callbackFor("alice", "/login");
        browser.get(callback);
        var answered = new HashSet<>(Browser.query(callback).keySet());
        answered.remove(NOT_READ);
        var asked = provider.authorizationRequests().get(0).parameters();
        var exchanged = provider.tokenRequests().get(0);

        var page = browser.get("/account/sessions").getContentAsString();

        assertThat(parametersBetween("<h3>Front", "<h4>2.", page)).containsExactlyInAnyOrderElementsOf(asked.keySet());
        assertThat(parametersBetween("<h4>2.", "<h3>Back", page)).containsExactlyInAnyOrderElementsOf(answered);
        var sent = new HashSet<>(exchanged.parameters().keySet());
        exchanged.authorization().ifPresent(header -> sent.add("Authorization"));
        assertThat(parametersBetween("<h3>Back", "<h4>4.", page)).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(page)
                .contains(asked.get("code_challenge_method"), exchanged.parameter("grant_type"))
                .doesNotContain(asked.get("state"), exchanged.parameter("code"), exchanged.parameter("code_verifier"));
    }

    private static List<String> parametersBetween(String begin, String end, String page) {
        return PARAMETER
                .matcher(page.substring(page.indexOf(begin), page.indexOf(end)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
