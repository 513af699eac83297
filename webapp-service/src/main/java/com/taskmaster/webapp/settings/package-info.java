/** The settings that are checked before the service starts. */
package com.taskmaster.webapp.settings;
