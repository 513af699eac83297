package com.taskmaster.webapp.signin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ClientCertificateTest.Certificate.class)
class ClientCertificateTest extends ClientAuthenticationTest {

    public static final class Certificate extends Profile {

        public Certificate() {
            super("certificate");
        }
    }
}
