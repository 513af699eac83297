package com.taskmaster.webapp.signin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ClientSecretBasicTest.SecretInTheHeader.class)
class ClientSecretBasicTest extends ClientAuthenticationTest {

    public static final class SecretInTheHeader extends Profile {

        public SecretInTheHeader() {
            super("client_secret_basic");
        }
    }
}
