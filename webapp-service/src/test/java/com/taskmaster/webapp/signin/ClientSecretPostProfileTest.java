package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.provider.EveryEndpointProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EveryEndpointProfile.class)
class ClientSecretPostProfileTest extends ClientAuthenticationTest {

    @Test
    @DisplayName("W25 the secret is in the form, and not in the header")
    void showsTheSecretInTheForm() {
        browser.signIn("alice", "/login");

        assertThat(provider.tokenRequests()).singleElement().satisfies(request -> {
            assertThat(request.parameters()).containsKey("client_secret");
            assertThat(request.authorization()).isEmpty();
        });
    }
}
