package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.BrokenTokenEndpoint;
import com.taskmaster.webapp.provider.EntraProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BrokenConnectionProfileTest.WithABrokenTokenEndpoint.class)
@WithBackingProcesses
class BrokenConnectionProfileTest {

    public static final class WithABrokenTokenEndpoint extends EntraProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            var resources = new ArrayList<>(super.testResources());
            resources.add(new TestResourceEntry(BrokenTokenEndpoint.class));
            return resources;
        }
    }

    BrokenTokenEndpoint endpoint;

    @Test
    @DisplayName("W28 a code is not sent again if the connection breaks after it was sent (RFC 6749 4.1.2)")
    void sendsACodeOnceOverABrokenConnection() {
        try (var browser = new Browser()) {
            var page = browser.get(browser.callbackFor("alice", "/login"));

            assertThat(page.getStatusCode()).isEqualTo(503);
            assertThat(page.getContentAsString()).contains("The sign-in service is not responding");
        }
        assertThat(endpoint.requests()).singleElement().asString().contains("grant_type=authorization_code", "code=");
    }
}
