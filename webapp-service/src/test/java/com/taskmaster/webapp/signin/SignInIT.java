package com.taskmaster.webapp.signin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged application. */
@QuarkusIntegrationTest
class SignInIT extends SignInTest {}
