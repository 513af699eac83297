package com.taskmaster.webapp.signout;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests against the packaged application. */
@QuarkusIntegrationTest
class SignOutIT extends SignOutTest {}
