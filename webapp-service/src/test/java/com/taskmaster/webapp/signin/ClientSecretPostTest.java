package com.taskmaster.webapp.signin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ClientSecretPostTest.SecretInTheForm.class)
class ClientSecretPostTest extends ClientAuthenticationTest {

    public static final class SecretInTheForm extends Profile {

        public SecretInTheForm() {
            super("client_secret_post");
        }
    }
}
