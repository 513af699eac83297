package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfigBuilder.CredentialsBuilder;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WaysToAuthenticateTest {

    @Test
    void tellsASecretInTheHeaderFromOneInTheForm() {
        assertThat(of(credentials -> credentials.secret("secret"), false))
                .isEqualTo(ClientAuthentication.SECRET_IN_HEADER);
        assertThat(of(credentials -> credentials.clientSecret("secret", Method.BASIC), false))
                .isEqualTo(ClientAuthentication.SECRET_IN_HEADER);
        assertThat(of(credentials -> credentials.clientSecret("secret", Method.POST), false))
                .isEqualTo(ClientAuthentication.SECRET_IN_FORM);
    }

    @Test
    void tellsWhatAnAssertionIsSignedWith() {
        assertThat(of(credentials -> credentials.jwt().secret("secret").end(), false))
                .isEqualTo(ClientAuthentication.SIGNED_WITH_SECRET);
        assertThat(of(credentials -> credentials.jwt().keyFile("key.pem").end(), false))
                .isEqualTo(ClientAuthentication.SIGNED_WITH_KEY);
        assertThat(of(credentials -> credentials.jwt().keyFile("key.pem").end(), true))
                .isEqualTo(ClientAuthentication.SIGNED_WITH_CERTIFICATE);
    }

    @Test
    void tellsThatAnotherIssuerVouchesForIt() {
        assertThat(of(
                        credentials -> credentials
                                .jwt()
                                .source(Source.BEARER)
                                .tokenPath(Path.of("token"))
                                .end(),
                        false))
                .isEqualTo(ClientAuthentication.FEDERATED_TOKEN);
    }

    @Test
    void tellsThatThereIsNothingToProveItWith() {
        assertThat(of(credentials -> credentials, false)).isEqualTo(ClientAuthentication.NONE);
    }

    private static ClientAuthentication of(UnaryOperator<CredentialsBuilder<Void>> credentials, boolean certificate) {
        return ClientAuthentication.of(
                credentials.apply(new CredentialsBuilder<>()).build(), certificate);
    }
}
