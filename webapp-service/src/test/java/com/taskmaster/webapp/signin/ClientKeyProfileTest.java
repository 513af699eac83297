package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.provider.FewEndpointsProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FewEndpointsProfile.class)
class ClientKeyProfileTest extends ClientAuthenticationTest {

    @Test
    @DisplayName("W25 the client signs a new assertion each time, with a key that has no certificate")
    void signsAnAssertionEachTime() throws JoseException {
        browser.signIn("alice", "/login");
        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();

        var assertions = provider.tokenRequests().stream()
                .map(request -> request.parameter("client_assertion"))
                .toList();
        assertThat(assertions).hasSize(2).doesNotHaveDuplicates();
        assertThat(JsonWebSignature.fromCompactSerialization(assertions.get(0))
                        .getHeaders()
                        .getFullHeaderAsJsonString())
                .doesNotContain("x5t");
    }
}
