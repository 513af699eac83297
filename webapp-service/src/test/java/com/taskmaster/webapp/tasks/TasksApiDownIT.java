package com.taskmaster.webapp.tasks;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests against the packaged application. */
@QuarkusIntegrationTest
class TasksApiDownIT extends TasksApiDownProfileTest {}
