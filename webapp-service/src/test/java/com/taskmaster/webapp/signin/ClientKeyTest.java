package com.taskmaster.webapp.signin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ClientKeyTest.Key.class)
class ClientKeyTest extends ClientAuthenticationTest {

    public static final class Key extends Profile {

        public Key() {
            super("private_key_jwt");
        }
    }
}
