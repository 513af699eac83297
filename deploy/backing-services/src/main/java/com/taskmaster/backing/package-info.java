/** Runs real Keycloak and PostgreSQL servers as plain processes, without a container engine. */
package com.taskmaster.backing;
