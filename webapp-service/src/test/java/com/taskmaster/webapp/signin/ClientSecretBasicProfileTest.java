package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.provider.EntraProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(EntraProfile.class)
class ClientSecretBasicProfileTest extends ClientAuthenticationTest {}
