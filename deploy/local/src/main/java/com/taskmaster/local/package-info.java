/**
 * Runs both services with Keycloak and PostgreSQL on one machine without containers, for {@code mvn -Prun} and the
 * end-to-end tests.
 */
package com.taskmaster.local;
