package com.taskmaster.webapp.security;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EveryEndpointProfile;
import com.taskmaster.webapp.provider.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EveryEndpointProfile.class)
@WithBackingProcesses
class FormTargetsProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W23 forms may lead to all origins of the provider's pages, and to no others")
    void letsFormsLeadToTheProvidersPages() {
        browser.signIn("alice", "/login");
        var policy = browser.get("/account/sessions").getResponseHeaderValue("Content-Security-Policy");
        var signOut = location(browser.post("/logout"));

        var port = URI.create(provider.issuer()).getPort();
        assertThat(signOut).startsWith("http://127.0.0.1:" + port + "/");
        assertThat(policy).endsWith("; form-action 'self' http://localhost:" + port + " http://127.0.0.1:" + port);
    }
}
