package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.provider.EntraProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraProfile.class)
class ClientSecretBasicProfileTest extends ClientAuthenticationTest {

    @Test
    @DisplayName("W25 the secret is in the header, and not in the form")
    void showsTheSecretInTheHeader() {
        browser.signIn("alice", "/login");

        assertThat(provider.tokenRequests()).singleElement().satisfies(request -> {
            assertThat(request.authorization())
                    .hasValueSatisfying(header -> assertThat(header).startsWith("Basic "));
            assertThat(request.parameters()).doesNotContainKey("client_secret");
        });
    }
}
