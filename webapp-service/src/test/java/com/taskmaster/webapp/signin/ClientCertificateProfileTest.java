package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.provider.ClientCertificate;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProviderResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClientCertificateProfileTest.Certificate.class)
class ClientCertificateProfileTest extends ClientAuthenticationTest {

    ClientCertificate certificate;

    @Test
    @DisplayName("W25 a key and certificate replaced in their files are used at once, for renewals and sign-ins")
    void takesTheCertificateAnew() {
        browser.signIn("alice", "/login");
        certificate.replace();

        table.makeDue();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(provider.tokenRequests()).hasSize(2);

        browser.removeCookies("q_session");
        browser.signIn("alice", "/login");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("W28 an unreadable certificate is reported as our fault, not as an outage of the provider")
    void saysThatTheCertificateCannotBeRead() {
        var callback = browser.callbackFor("alice", "/login");
        certificate.lose();

        try (var log = new CapturedLog(ClientAssertionFilter.class.getName())) {
            var page = browser.get(callback);

            assertThat(page.getStatusCode()).isEqualTo(502);
            assertThat(page.getContentAsString()).contains("Signing in does not work at the moment");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("credential cannot be used", "NoSuchFileException");
        } finally {
            certificate.replace();
        }
    }

    public static final class Certificate extends EntraProfile {

        @Override
        protected Map<String, String> arguments() {
            return Map.of(TestProviderResource.CLIENT_AUTHENTICATION, "certificate");
        }
    }
}
