/** Whether this service can do its work. */
package com.taskmaster.webapp.health;
