package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.provider.EveryEndpointProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(EveryEndpointProfile.class)
class ClientSecretPostProfileTest extends ClientAuthenticationTest {}
