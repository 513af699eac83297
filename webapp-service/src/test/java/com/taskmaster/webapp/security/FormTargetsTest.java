package com.taskmaster.webapp.security;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestProviderResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A provider that signs people out at another origin than its own. */
@QuarkusTest
@TestProfile(FormTargetsTest.WithSignOutElsewhere.class)
@WithBackingProcesses
class FormTargetsTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W23 forms may lead to wherever the provider's pages are, and nowhere else")
    void letsFormsLeadToTheProvidersPages() {
        browser.signIn("alice", "/login");
        var policy = browser.get("/account/sessions").getResponseHeaderValue("Content-Security-Policy");
        var signOut = location(browser.post("/logout"));

        var port = URI.create(provider.issuer()).getPort();
        assertThat(signOut).startsWith("http://127.0.0.1:" + port + "/");
        assertThat(policy).endsWith("; form-action 'self' http://localhost:" + port + " http://127.0.0.1:" + port);
    }

    public static final class WithSignOutElsewhere extends EntraProfile {

        @Override
        protected Map<String, String> arguments() {
            return Map.of(TestProviderResource.ANNOUNCED, "end_session_endpoint");
        }
    }
}
