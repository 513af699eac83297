package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.session.SessionTable;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for each way in which the provider may know its client. */
@WithBackingProcesses
abstract class ClientAuthenticationTest {

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
    @DisplayName("W25 the client proves who it is for the code and for each renewal of the tokens")
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
}
