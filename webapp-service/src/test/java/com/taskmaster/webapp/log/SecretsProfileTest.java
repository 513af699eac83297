package com.taskmaster.webapp.log;

import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.ReceivedRequest;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraProfile.class)
@WithBackingProcesses
class SecretsProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @Inject
    SessionTable table;

    @BeforeEach
    void clear() {
        table.clear();
    }

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W06 no code, code verifier or refresh token is logged, although none of them looks like a token")
    void logsNothingThatIsExchangedForTokens() {
        try (var log = new CapturedLog("")) {
            var callback = browser.callbackFor("alice", "/login");
            browser.get(callback);
            table.makeTokensExpire();
            assertThat(browser.isSignedIn()).isTrue();
            var refreshTokens = provider.refreshTokens();
            provider.refuseTokens(400, "invalid_grant", "AADSTS70043: The refresh token has expired or is invalid.");
            table.makeTokensExpire();
            assertThat(browser.isSignedIn()).isFalse();

            assertThat(log.lines()).anyMatch(line -> line.startsWith("event=renewal_refused "));
            assertThat(String.join("\n", log.lines()))
                    .doesNotContain(query(callback).get("state"))
                    .doesNotContain(refreshTokens)
                    .doesNotContain(provider.tokenRequests().stream()
                            .flatMap(SecretsProfileTest::secrets)
                            .toList());
        }
    }

    private static Stream<String> secrets(ReceivedRequest request) {
        return Stream.of("code", "code_verifier", "refresh_token")
                .map(request::parameter)
                .filter(secret -> secret != null);
    }
}
