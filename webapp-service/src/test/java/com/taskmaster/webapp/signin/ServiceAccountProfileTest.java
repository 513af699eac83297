package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.provider.ClusterProfile;
import com.taskmaster.webapp.provider.ServiceAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClusterProfile.class)
class ServiceAccountProfileTest extends ClientAuthenticationTest {

    ServiceAccount serviceAccount;

    @Test
    @DisplayName("W25 the service account's token is read from its file each time")
    void takesTheTokenAnew() {
        browser.signIn("alice", "/login");
        browser.removeCookies("q_session");
        serviceAccount.replaceToken();

        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).isTrue();
    }
}
