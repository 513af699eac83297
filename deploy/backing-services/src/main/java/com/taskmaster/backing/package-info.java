/** Real Keycloak and real PostgreSQL as plain processes, where no container engine is at hand. */
package com.taskmaster.backing;
