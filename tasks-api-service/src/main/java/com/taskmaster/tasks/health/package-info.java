/** Readiness checks. */
package com.taskmaster.tasks.health;
