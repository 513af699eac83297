/** Health checks. */
package com.taskmaster.webapp.health;
