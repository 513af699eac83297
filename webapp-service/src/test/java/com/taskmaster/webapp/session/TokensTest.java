package com.taskmaster.webapp.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AuthorizationCodeTokens;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    @DisplayName("W18 tokens from a refresh without an ID token are valid for as long as the access token")
    void lastAsLongAsTheAccessTokenWhereNoIdTokenComes() {
        var idToken = idToken(Instant.now().minusSeconds(60));
        var before = Tokens.issued(new AuthorizationCodeTokens(idToken, "access", "refresh", 300L, null), Map.of());

        var renewed = before.refreshed(new AuthorizationCodeTokens(null, "next", null, 300L, null));

        assertThat(renewed.expireAt()).isEqualTo(renewed.issuedAt().plusSeconds(300));
        assertThat(renewed)
                .returns(idToken, Tokens::idToken)
                .returns("next", Tokens::accessToken)
                .returns("refresh", Tokens::refreshToken);
    }

    @Test
    @DisplayName(
            "W18 tokens from a refresh without a lifetime are assumed to be valid for as long as the previous ones")
    void lastAsLongAsBeforeWhereNothingIsSaid() {
        var before = Tokens.issued(
                new AuthorizationCodeTokens(idToken(Instant.now().plusSeconds(600)), "access", "refresh", 300L, null),
                Map.of());

        var renewed = before.refreshed(new AuthorizationCodeTokens(null, "next", null, null, null));

        assertThat(renewed.expireAt()).isEqualTo(renewed.issuedAt().plusSeconds(300));
    }

    private static String idToken(Instant expiry) {
        return encoded("{\"alg\": \"RS256\"}") + "."
                + encoded(
                        "{\"iss\": \"https://provider.example\", \"sub\": \"alice\", \"aud\": \"webapp\", \"exp\": %d}"
                                .formatted(expiry.getEpochSecond()))
                + ".signature";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
