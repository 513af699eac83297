package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
@TestProfile(SecureCookiesTest.AsInProduction.class)
class SecureCookiesTest {

    @Test
    @DisplayName("W07 outside of plain-http localhost every cookie is Secure")
    void marksItsCookiesSecure() {
        try (var browser = new Browser()) {
            var cookies = setCookies(browser.get("/login"));

            assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .contains("; Secure"));
        }
    }

    public static final class AsInProduction implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.authentication.cookie-force-secure", "true");
        }
    }
}
