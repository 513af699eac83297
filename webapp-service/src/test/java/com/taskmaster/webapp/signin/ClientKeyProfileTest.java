package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.provider.FewEndpointsProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FewEndpointsProfile.class)
class ClientKeyProfileTest extends ClientAuthenticationTest {}
