package com.taskmaster.webapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.ClientCredential;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeycloakClientKeyProfileTest.Key.class)
@WithBackingProcesses
class KeycloakClientKeyProfileTest {

    private static final String CLIENT = "taskmaster-webapp";
    private static final String KEY_ID = "webapp";

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    @ConfigProperty(name = "quarkus.oidc.credentials.jwt.key-file")
    String keyFile;

    private final Browser browser = new Browser();

    @AfterEach
    void restore() {
        new KeycloakAdmin(keycloak).requireSecret(CLIENT);
        browser.close();
    }

    @Test
    @DisplayName("W25 Keycloak accepts assertions signed with the registered key")
    void signsInWithAKey() throws IOException, GeneralSecurityException {
        var key = new RsaJsonWebKey(publicKey());
        key.setKeyId(KEY_ID);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        new KeycloakAdmin(keycloak).requireAssertions(CLIENT, new JsonWebKeySet(key).toJson());

        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).isTrue();
    }

    private RSAPublicKey publicKey() throws IOException, GeneralSecurityException {
        var key = (RSAPrivateCrtKey) KeyUtils.readSigningKey(keyFile, null, SignatureAlgorithm.RS256);
        var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    public static final class Key implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(ClientCredential.of("private_key_jwt").settings());
            settings.put("quarkus.oidc.credentials.secret", "");
            settings.put("quarkus.oidc.credentials.jwt.token-key-id", KEY_ID);
            return settings;
        }
    }
}
