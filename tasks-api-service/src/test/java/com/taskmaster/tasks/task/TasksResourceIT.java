package com.taskmaster.tasks.task;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same tests against the packaged application. */
@QuarkusIntegrationTest
class TasksResourceIT extends TasksResourceTest {}
