package com.taskmaster.webapp.signout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.backing.SigningKeys;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraProfile.class)
@WithBackingProcesses
class LogoutDuringOutageProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    @DisplayName("W14 a logout token whose key cannot be fetched for now is not refused, but deferred")
    void putsOffWhatCannotBeVerified() {
        browser.signIn("alice", "/login");
        var token = signedWithAnUnknownKey();
        provider.goDown();
        try {
            send(token).statusCode(503).header("Cache-Control", equalTo("no-store"));
        } finally {
            provider.comeBack();
        }

        send(token).statusCode(400);
        assertThat(browser.isSignedIn()).isTrue();
    }

    private static ValidatableResponse send(String logoutToken) {
        return given().contentType(ContentType.URLENC)
                .formParam("logout_token", logoutToken)
                .post("/logout/backchannel")
                .then();
    }

    private static String signedWithAnUnknownKey() {
        try {
            var token = new JsonWebSignature();
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            token.setKeyIdHeaderValue("unknown");
            token.setKey(SigningKeys.named("foreign").getPrivate());
            token.setPayload("{}");
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
