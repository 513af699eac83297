package com.taskmaster.tasks;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.backing.SigningKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Access tokens with any content, signed with a key that the running Keycloak publishes in the realm's key set. */
public final class TestTokens {

    public static final String ISSUER = setting("taskmaster.access-token.issuer");

    private static final KeyPair REALM_KEY = SigningKeys.named("realm");
    private static final String REALM_KEY_ID =
            new KeycloakAdmin(URI.create(setting("keycloak.url"))).addSigningKey(REALM_KEY);

    private TestTokens() {}

    /** A valid access token like Keycloak's. */
    public static String of(String user, String scope) {
        return signed(claims(user).claim("scope", scope));
    }

    /** The claims of a valid access token, except its scope. */
    public static JwtClaimsBuilder claims(String user) {
        return Jwt.claims()
                .issuer(ISSUER)
                .subject(user)
                .audience("tasks-api")
                .claim("typ", "Bearer")
                .claim("azp", "taskmaster-webapp")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
    }

    public static String signed(JwtClaimsBuilder claims) {
        return signed(claims, REALM_KEY, REALM_KEY_ID);
    }

    public static String signed(JwtClaimsBuilder claims, KeyPair key, String keyId) {
        return claims.jws().keyId(keyId).sign(key.getPrivate());
    }

    /** Signs exactly these claims: the builder would add missing ones. */
    public static String signedJson(String claims) {
        var token = new JsonWebSignature();
        token.setPayload(claims);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(REALM_KEY_ID);
        token.setKey(REALM_KEY.getPrivate());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair realmKey() {
        return REALM_KEY;
    }

    public static String realmKeyId() {
        return REALM_KEY_ID;
    }

    /** A key that the realm does not know. */
    public static KeyPair foreignKey() {
        return SigningKeys.named("foreign");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
