package com.taskmaster.webapp.signout;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestProviderResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RevocationTest.WithRevocation.class)
@WithBackingProcesses
class RevocationTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W13 sign-out revokes the refresh token where the provider has an endpoint for it")
    void revokesTheRefreshToken() {
        browser.signIn("alice", "/login");

        var redirect = location(browser.post("/logout"));

        assertThat(query(redirect)).containsKeys("id_token_hint", "state");
        assertThat(provider.revocationRequests()).singleElement().satisfies(request -> {
            assertThat(request.parameter("token_type_hint")).isEqualTo("refresh_token");
            assertThat(request.parameter("token")).isNotBlank();
        });
    }

    @Test
    @DisplayName("W13 sign-out works while the provider does not answer")
    void signsOutWithoutTheProvider() {
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie();
        provider.goDown();
        try {
            assertThat(location(browser.post("/logout"))).contains("/oauth2/v2.0/logout?");
        } finally {
            provider.comeBack();
        }

        browser.setCookie(cookie);
        assertThat(browser.isSignedIn()).isFalse();
    }

    public static final class WithRevocation extends EntraProfile {

        @Override
        protected Map<String, String> arguments() {
            return Map.of(TestProviderResource.ANNOUNCED, "revocation_endpoint");
        }
    }
}
